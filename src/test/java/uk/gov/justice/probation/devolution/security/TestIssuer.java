package uk.gov.justice.probation.devolution.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An OIDC issuer for tests, on loopback. It signs in whoever {@link #nextSignIn} names, without asking for credentials.
 */
public final class TestIssuer {
    private static final String CLIENT = "console";
    private static TestIssuer running;

    private final HttpServer server;
    private final RSAKey key;
    private final ObjectMapper json = new ObjectMapper();
    private volatile String nonce;
    private volatile String account;
    private volatile String userName;
    private volatile List<String> groups = List.of();

    private TestIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
        server.createContext("/jwks", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toJSONObject()));
        server.createContext("/authorize", this::authorize);
        server.createContext(
                "/token",
                exchange -> answer(
                        exchange,
                        Map.of(
                                "access_token",
                                token("console", 60),
                                "token_type",
                                "Bearer",
                                "expires_in",
                                60,
                                "id_token",
                                token(CLIENT, 60))));
        server.start();
    }

    /** The issuer of this JVM. */
    public static synchronized TestIssuer running() {
        if (running == null) running = new TestIssuer();
        return running;
    }

    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public Map<String, String> settings() {
        return Map.of(
                "devolution.security.issuer-uri",
                uri(),
                "devolution.security.client-id",
                CLIENT,
                "devolution.security.client-secret",
                "secret");
    }

    public void nextSignIn(String userName, String... groups) {
        nextSignInOf("id-of-" + userName, userName, groups);
    }

    /** @param account the account, whatever the name */
    public void nextSignInOf(String account, String userName, String... groups) {
        this.account = account;
        this.userName = userName;
        this.groups = List.of(groups);
    }

    /** A bearer token for the API. */
    public String bearer(String userName, String... groups) {
        nextSignIn(userName, groups);
        return "Bearer " + token("psc-devolution", 60);
    }

    public String bearerOf(String account, String userName, String... groups) {
        nextSignInOf(account, userName, groups);
        return "Bearer " + token("psc-devolution", 60);
    }

    public String bearerFor(String audience, int secondsValid) {
        nextSignIn("somebody", Colleague.SERVICE_OWNER);
        return "Bearer " + token(audience, secondsValid);
    }

    private String token(String audience, int secondsValid) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(uri())
                .subject(account)
                .audience(audience)
                .issueTime(Date.from(Instant.now().minusSeconds(300)))
                .expirationTime(Date.from(Instant.now().plusSeconds(secondsValid)))
                .claim("preferred_username", userName)
                .claim("groups", groups)
                .claim("nonce", nonce)
                .build();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked =
                UriComponentsBuilder.fromUri(exchange.getRequestURI()).build().getQueryParams();
        nonce = asked.getFirst("nonce");
        String state = asked.getFirst("state");
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        java.net.URLDecoder.decode(asked.getFirst("redirect_uri"), StandardCharsets.UTF_8)
                                + "?code=code&state=" + state);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer",
                uri(),
                "authorization_endpoint",
                uri() + "/authorize",
                "token_endpoint",
                uri() + "/token",
                "jwks_uri",
                uri() + "/jwks",
                "end_session_endpoint",
                uri() + "/end",
                "subject_types_supported",
                List.of("public"),
                "response_types_supported",
                List.of("code"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"));
    }

    private void answer(HttpExchange exchange, Object body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
