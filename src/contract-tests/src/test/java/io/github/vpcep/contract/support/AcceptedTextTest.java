package io.github.vpcep.contract.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptedTextTest {
    @Test
    void mustBe_whenTheFileHoldsAnotherText_failsWithTheLinesAndTheCommand() {
        AcceptedText text = new AcceptedText("LICENSE", "vpcep.never");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> text.mustBe("The licence", "one line", AcceptedText::firstLines))
                .withMessageContaining("The licence is not the accepted one")
                .withMessageContaining("+ one line")
                .withMessageContaining("build with -Dvpcep.never=write and commit LICENSE");
    }

    @Test
    void mustBe_whenThereIsNoFile_fails() {
        AcceptedText text = new AcceptedText("src/no such file", "vpcep.never");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> text.mustBe("It", "a\n", AcceptedText::firstLines))
                .withMessageContaining("+ a");
    }

    @Test
    void firstLines_ofTwoTexts_areThoseThatOnlyOneHas() {
        assertThat(AcceptedText.firstLines("a\nb\nb\nc\n", "a\nb\nd\nc\n")).containsExactly("- b", "+ d");
        assertThat(AcceptedText.firstLines("", "a\n".repeat(50))).hasSize(20).containsOnly("+ a");
    }

    @Test
    void firstLines_whenOnlyTheOrderDiffers_saysSo() {
        assertThat(AcceptedText.firstLines("a\nb\n", "b\na\n"))
                .isEqualTo(List.of("the same lines in another order, or other line ends"));
    }
}
