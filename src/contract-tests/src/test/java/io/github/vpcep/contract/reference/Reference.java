package io.github.vpcep.contract.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reference as text, and what can be told of it without a browser.
 *
 * @param html the whole file
 */
record Reference(String html) {
    private static final Pattern SCRIPT =
            Pattern.compile("<script(?<attributes>[^>]*)>(?<content>.*?)</script", Pattern.DOTALL);
    private static final Pattern POLICY =
            Pattern.compile("<meta http-equiv=\"Content-Security-Policy\" content=\"(?<policy>[^\"]*)\">");
    private static final Map<String, Pattern> FETCHES_OF_MARKUP = Map.of(
            "an element that loads", Pattern.compile("<(?:link|img|iframe|object|embed|base|audio|video|source)\\b"),
            "an attribute that loads", Pattern.compile("\\s(?:src|srcset|data|poster|background)\\s*=\\s*[\"']"));
    private static final Map<String, Pattern> FETCHES_OF_ANY_TEXT = Map.of(
            "a style that imports", Pattern.compile("@import\\b"),
            "a style that loads", Pattern.compile("\\burl\\(\\s*\\\\?[\"']?(?:[a-z]+:)?//"),
            "a picture, style, font or script elsewhere",
                    Pattern.compile("\\bsrc\\s*[:=]\\s*[\"'`](?:[a-z]+:)?//|"
                            + "[\"'`]https?://[^\"'`\\s]+\\.(?:svg|png|gif|jpe?g|ico|css|js|woff2?)[\"'`]"));

    /** The file of the spec jar. */
    static Reference ofSpecJar() {
        return new Reference(resource("api-reference.html"));
    }

    /** The bundle that lies beside it. */
    static JsonNode bundle() {
        return json(resource("openapi.json"));
    }

    private static String resource(String name) {
        try (InputStream file = Reference.class.getResourceAsStream("/vpcep/" + name)) {
            if (file == null) {
                throw new AssertionError("The spec jar holds no vpcep/" + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** The scripts, the contract among them, as a browser divides the text. */
    List<MatchResult> scripts() {
        return SCRIPT.matcher(html).results().toList();
    }

    /** The contract that the file carries. */
    JsonNode contract() {
        return json(scripts().stream()
                .filter(script -> script.group(1).contains("id=\"contract\""))
                .map(script -> script.group(2))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No script of id contract")));
    }

    /** The directives of the content security policy. */
    List<String> policy() {
        Matcher policy = POLICY.matcher(html);
        return policy.find() ? List.of(policy.group("policy").split(";\\s*")) : List.of();
    }

    /** What a browser would fetch, or a script would have it fetch; the examples of the contract are mere text. */
    List<String> fetches() {
        List<String> fetches = new ArrayList<>();
        find(FETCHES_OF_MARKUP, SCRIPT.matcher(html).replaceAll("<script$1></script"), fetches);
        String withoutContract = html;
        for (MatchResult script : scripts()) {
            if (script.group(1).contains("application/json")) {
                withoutContract = withoutContract.replace(script.group(2), "");
            }
        }
        find(FETCHES_OF_ANY_TEXT, withoutContract, fetches);
        return fetches;
    }

    private static void find(Map<String, Pattern> patterns, String text, List<String> fetches) {
        patterns.forEach((name, pattern) -> pattern.matcher(text)
                .results()
                .forEach(found -> fetches.add(
                        name + ": " + text.substring(found.start(), Math.min(text.length(), found.end() + 60)))));
    }
}
