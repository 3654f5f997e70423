package io.github.vpcep.runtime.ground;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where one character ends in each spelling; in what is no spelling of it, it is not found. */
class SpellingTest {
    /** In a row {@code 0} is the character of this number. */
    private static String plain(String row) {
        return row.equals("0") ? "\0" : row;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // As it is.
                "a|a|0|1",
                "A|a|0|1",
                "b|a|0|-1",
                "``|a|0|-1",
                "😀|😀|0|2",
                "a|A|0|1",
                "a|a|1|1",
                // JSON.
                "\\|\\|0|1",
                "\\\\|\\|0|1",
                "\\\\|\\|1|2",
                "\\a|a|0|2",
                "\\\\a|a|0|3",
                "\\b|a|0|-1",
                "\\|a|0|-1",
                "\\|0|0|-1",
                "\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\a|a|0|17",
                "\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\a|a|0|-1",
                "\\u0061|a|0|6",
                "\\\\u0061|a|0|7",
                "\\u0062|a|0|-1",
                "\\x0061|a|0|-1",
                "\\u006|u|0|2",
                "\\u0000|0|0|6",
                "\\ud83d\\ude00|😀|0|12",
                "\\ud83d\\ude01|😀|0|-1",
                "\\ud83d/ude00|😀|0|-1",
                "\\ud83d\\ud|😀|0|-1",
                "\\ud83d|😀|0|-1",
                "\\u0062\\ude00|😀|0|-1",
                // URLs.
                "+|` `|0|1",
                "+|a|0|-1",
                "%61|a|0|3",
                "%6161|a|0|3",
                "%62|a|0|-1",
                "%6g|p|0|-1",
                "%6|a|0|-1",
                "%C3%A9|é|0|6",
                "%c3%a9|é|0|6",
                "%C3%A8|é|0|-1",
                "%C3|é|0|-1",
                "%C3xA9|é|0|-1",
                "%2561|a|0|5",
                "%00|0|0|3",
                "%2500|0|0|5",
                "%0|0|0|-1",
                "%0g|0|0|-1",
                "%25|%|0|1",
                "%25|%|1|3",
                "%2525|%|1|3",
                "%2525|%|2|5",
                "%|%|1|1",
                // HTML.
                "&amp;|&|0|1",
                "&amp;|&|1|5",
                "&|&|1|1",
                "&lt;|<|0|4",
                "&gt;|>|0|4",
                "&quot;|\"|0|6",
                "&apos;|'|0|6",
                "&#97;|a|0|5",
                "&#x61;|a|0|6",
                "&#X61;|a|0|6",
                "&#98;|a|0|-1",
                "&x97;|a|0|-1",
                "&#x;|a|0|-1",
                "&#97|a|0|-1",
                "&0;|0|0|-1",
                "&#;|0|0|-1",
                "&#0;|0|0|4",
                "&#0000097;|a|0|10",
                "&#00000097;|a|0|-1"
            })
    void character_endsWhereItsSpellingDoes(String text, String character, int depth, int length) {
        int end = length < 0 ? -1 : 1 + length;
        assertThat(Spelling.after("_" + text, 1, plain(character).codePointAt(0), depth))
                .isEqualTo(end);
        // What follows is no part of it, unless it makes the spelling another.
        assertThat(Spelling.after("_" + text + "~", 1, plain(character).codePointAt(0), depth))
                .isEqualTo(end);
    }
}
