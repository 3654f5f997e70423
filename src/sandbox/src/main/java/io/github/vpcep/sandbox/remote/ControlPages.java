package io.github.vpcep.sandbox.remote;

import io.github.vpcep.sandbox.http.HttpAnswer;
import io.github.vpcep.sandbox.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is there beside the control API: its contract, the reference of it, the page that speaks it and what that needs.
 */
final class ControlPages {
    private static final String CONSOLE = ControlServer.ROOT + "/console";
    private static final String CALLS = CONSOLE + "/calls";
    private static final String DOCS = ControlServer.ROOT + "/docs";
    private static final String YAML = ControlServer.ROOT + "/openapi.yaml";
    private static final String JSON = ControlServer.ROOT + "/openapi.json";
    private static final Set<String> PATHS = Set.of(CONSOLE, CALLS, DOCS, YAML, JSON);

    private static final String HTML = "text/html;charset=utf-8";
    private static final Pattern CONTRACT =
            Pattern.compile("(<script id=\"contract\" type=\"application/json\">).*?(</script>)", Pattern.DOTALL);
    private static final Pattern TITLE = Pattern.compile("<title>.*?</title>");
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private ControlPages() {}

    static boolean has(String path) {
        return PATHS.contains(path);
    }

    static HttpAnswer answer(HttpRequest request) {
        if (!request.method().equals("GET")) {
            return ControlErrors.notAllowed("GET");
        }
        return switch (request.path()) {
            case YAML -> HttpAnswer.of(200, "application/yaml", file("vpcep/sandbox/openapi.yaml"));
            case CONSOLE -> console(read(ControlPages.class.getResourceAsStream("console.html")));
            case CALLS -> HttpAnswer.of(200, HttpAnswer.JSON, file("META-INF/vpcep/calls.json"));
            case JSON -> HttpAnswer.of(200, HttpAnswer.JSON, file("vpcep/sandbox/openapi.json"));
            default -> HttpAnswer.of(200, HTML, docs());
        };
    }

    /** With leave for the one script and the one style that stand in it, for calls to here, and for nothing else. */
    private static HttpAnswer console(byte[] page) {
        String text = new String(page, StandardCharsets.UTF_8);
        return HttpAnswer.of(200, HTML, page)
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; connect-src 'self'; img-src data:; script-src " + hash(SCRIPT, text)
                                + "; style-src " + hash(STYLE, text)
                                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                                + "; require-trusted-types-for 'script'; trusted-types 'none'")
                .with("Referrer-Policy", "no-referrer");
    }

    private static String hash(Pattern part, String page) {
        Matcher found = part.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("The console has no " + part);
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(found.group(1).getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The page of the vendor's contract, which draws whatever contract stands in it. */
    private static byte[] docs() {
        String contract = text("vpcep/sandbox/openapi.json").replace("<", "\\u003c");
        String page = CONTRACT.matcher(text("vpcep/api-reference.html"))
                .replaceFirst("$1" + Matcher.quoteReplacement(contract) + "$2");
        return TITLE.matcher(page)
                .replaceFirst("<title>Control API of the sandbox</title>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String name) {
        return new String(file(name), StandardCharsets.UTF_8);
    }

    private static byte[] file(String name) {
        return read(ControlPages.class.getClassLoader().getResourceAsStream(name));
    }

    /** Read anew each time: looked at rarely, and too large to be kept. */
    private static byte[] read(@Nullable InputStream resource) {
        try (InputStream in = Objects.requireNonNull(resource, "A page is not on the class path")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
