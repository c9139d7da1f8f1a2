package uk.gov.justice.probation.devolution.workforce;

import java.net.IDN;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address to which letters can be sent: valid for GOV.UK Notify, and without a dot at either end of the name, which
 * Notify accepts but refuses later when it sends.
 */
public final class EmailAddress {
    private static final int LONGEST = 150;
    private static final int LONGEST_HOST = 253;
    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~\\\\-]+@([^.@][^@\\s]+)");
    private static final Pattern PART = Pattern.compile("(xn|[a-z0-9]+)(-?-[a-z0-9]+)*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LAST_PART =
            Pattern.compile("[a-z]{2,63}|xn--([a-z0-9]+-)*[a-z0-9]+", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_PART = 63;

    private EmailAddress() {}

    public static boolean canBeSentTo(String address) {
        Matcher form = FORM.matcher(address);
        if (address.length() > LONGEST
                || !form.matches()
                || address.contains("..")
                || address.startsWith(".")
                || address.contains(".@")) return false;
        return isHost(form.group(1));
    }

    private static boolean isHost(String name) {
        if (name.codePoints().anyMatch(letter -> Character.getType(letter) == Character.FORMAT)) return false;
        try {
            String host = IDN.toASCII(name);
            List<String> parts = Arrays.asList(host.split("\\.", -1));
            return host.length() <= LONGEST_HOST
                    && parts.size() > 1
                    && parts.stream()
                            .allMatch(part -> part.length() <= LONGEST_PART
                                    && PART.matcher(part).matches())
                    && LAST_PART.matcher(parts.getLast()).matches();
        } catch (IllegalArgumentException noHost) {
            return false;
        }
    }
}
