package io.github.vpcep.contract.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds without a browser; {@link ReferenceInChromium} has the rest. */
class ReferenceTest {
    private static final Reference REFERENCE = Reference.ofSpecJar();

    /** The page itself: almost all of the text is Redoc's. */
    private static final String WITHOUT_SCRIPTS =
            REFERENCE.html().replaceAll("(?s)(<script[^>]*>).*?(</script)", "$1$2");

    @Test
    void reference_carriesTheBundle_unchanged() {
        assertThat(REFERENCE.contract()).isEqualTo(Reference.bundle());
        System.out.println("Reference: "
                + REFERENCE.contract().path("paths").findValues("operationId").size() + " operations in "
                + REFERENCE.html().length() / 1024 + " Ki characters");
    }

    @Test
    void scripts_whateverTheContractSays_endWhereTheTemplateEndsThem() {
        assertThat(REFERENCE.scripts()).hasSize(3);
        assertThat(Pattern.compile("</?script|<!--").matcher(REFERENCE.html()).results())
                .as("six tags, and the comment of the template")
                .hasSize(7);
    }

    @Test
    void reference_searchedForWhatABrowserFetches_hasNothing() {
        assertThat(REFERENCE.fetches()).isEmpty();
    }

    @Test
    void policy_ofTheReference_letsTheBrowserFetchNothing() {
        assertThat(REFERENCE.policy())
                .contains("default-src 'none'")
                .allMatch(directive -> directive.matches("[a-z-]+ (?:'none'|'unsafe-inline'|data:|blob:)"));
    }

    @Test
    void notice_besideRedoc_isOfTheSameVersion() {
        Matcher generator = Pattern.compile("<meta name=\"generator\" content=\"Redoc ([^\"]+)\">")
                .matcher(REFERENCE.html());
        assertThat(generator.find()).isTrue();
        assertThat(REFERENCE.html())
                .as("spec/reference/redoc-notice.txt is to be taken from the release")
                .contains("Version: \"" + generator.group(1) + "\"", "The MIT License (MIT)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel=\"stylesheet\" href=\"https://fonts.example.org/css\">",
                "<script src=\"redoc.js\"></script>",
                "<img alt='' src='logo.png'>",
                "<style>@import 'https://example.org/a.css';</style>",
                "<style>body { background: url(//example.org/a.png) }</style>",
                "<script>logo = { src: 'https://example.org/logo' }</script>",
                "<script>logo = 'https://example.org/logo.svg'</script>"
            })
    void fetches_whenTheReferenceLoadsSomething_nameIt(String addition) {
        String html = WITHOUT_SCRIPTS.replace("<div id=\"reference\">", addition + "<div id=\"reference\">");
        assertThat(new Reference(html).fetches()).isNotEmpty();
    }
}
