#!/bin/bash
# Makes a base image without Docker and without an image registry: a few Debian packages and a Java runtime made from the JDK in JAVA_HOME.
#   docker/base-image.sh        needs Debian's mmdebstrap, root or user namespaces, and a JDK 21+ in JAVA_HOME; writes target/image/base.tar
#   mvn package -Pimage -Dimage.base=tar://$PWD/target/image/base.tar
set -euo pipefail
cd "$(dirname "$0")/.."

: "${JAVA_HOME:?set JAVA_HOME to a JDK 21 or later}"
suite=${DEBIAN_SUITE:-bookworm}
# glibc for the runtime, the C++ runtime for OR-Tools, bash for the health check, and what they need; no package manager, no other program
packages=base-files,netbase,tzdata,libc6,libstdc++6,libgcc-s1,libtinfo6,bash
# all of Java SE and the JDK modules that Spring, Hibernate, gRPC and MySQL's driver use; jcmd to inspect a running application
modules=java.se,jdk.crypto.ec,jdk.unsupported,jdk.localedata,jdk.naming.dns,jdk.zipfs,jdk.net,jdk.management,jdk.management.agent,jdk.jfr,jdk.jcmd

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root

mmdebstrap --quiet --variant=extract --include="$packages" "$suite" "$work/root.tar"
mkdir -p "$root" target/image
tar -xf "$work/root.tar" -C "$root" --exclude='./dev/*' --exclude='./usr/share/doc/*' --exclude='./usr/share/man/*' --exclude='./usr/share/locale/*' \
  --exclude='./var/cache/*' --exclude='./var/lib/apt/*'
"$JAVA_HOME/bin/jlink" --add-modules "$modules" --include-locales=en --strip-debug --no-header-files --no-man-pages --compress=zip-6 --output "$root/opt/java"
printf 'root:x:0:0:root:/root:/usr/sbin/nologin\napplication:x:10001:10001::/tmp:/usr/sbin/nologin\n' >"$root/etc/passwd"
printf 'root:x:0:\napplication:x:10001:\n' >"$root/etc/group"
mkdir -p "$root/tmp"
chmod 1777 "$root/tmp"

tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -cf "$work/layer.tar" -C "$root" .
digest=$(sha256sum "$work/layer.tar" | cut -d' ' -f1)
architecture=$(dpkg --print-architecture)
cat >"$work/config.json" <<JSON
{"architecture":"$architecture","os":"linux","config":{"Env":["PATH=/opt/java/bin:/usr/bin:/bin","JAVA_HOME=/opt/java","LANG=C.UTF-8"]},
"rootfs":{"type":"layers","diff_ids":["sha256:$digest"]},"history":[{"created_by":"docker/base-image.sh"}]}
JSON
echo '[{"Config":"config.json","RepoTags":["psc-devolution-base:latest"],"Layers":["layer.tar"]}]' >"$work/manifest.json"
tar --mtime=@0 --owner=0 --group=0 --numeric-owner -cf target/image/base.tar -C "$work" manifest.json config.json layer.tar
du -h target/image/base.tar
