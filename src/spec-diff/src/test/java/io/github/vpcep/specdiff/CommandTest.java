package io.github.vpcep.specdiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
    @TempDir
    private Path folder;

    private Command run(String script) {
        return Command.run(folder, Map.of("WORD", "given"), List.of("sh", "-c", script));
    }

    @Test
    void command_tellsItsStatus_andWhatItSaidOnEitherStream() {
        assertThat(run("echo $WORD; echo wrong >&2; exit 3")).isEqualTo(new Command(3, "given\nwrong"));
        assertThat(run("exit 3").succeeded()).isFalse();
        assertThat(run("true").succeeded()).isTrue();
    }

    @Test
    void command_runsInItsFolder_andIsToldNothing() {
        assertThat(run("touch here; ls; cat").output()).isEqualTo("here");
    }

    @Test
    void commandThatIsNotThere_isAnError() {
        assertThatThrownBy(() -> Command.run(folder, Map.of(), List.of("no-such-command")))
                .isInstanceOf(UncheckedIOException.class);
    }
}
