package io.github.vpcep.contract.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.contract.support.ScratchSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * As {@link FaultsTest}, with changes that nobody chose: a few that are always the same, or {@code -Dvpcep.mutants}
 * that are others each time, unless {@code -Dvpcep.seed} says which.
 */
@Execution(ExecutionMode.CONCURRENT)
class MutantsTest {
    private static final int COUNT = Integer.getInteger("vpcep.mutants", 15);
    private static final long SEED =
            Long.getLong("vpcep.seed", System.getProperty("vpcep.mutants") == null ? 1 : System.nanoTime());

    @Test
    void changeAtRandom_isNoticedBySomeSuite(@TempDir Path folder) throws IOException {
        ScratchSpec scratch = ScratchSpec.in(folder);
        Mutants mutants = new Mutants(SpecFolder.ofRepository(), SEED);
        Map<Suite, Integer> noticed = new TreeMap<>();
        Map<Unseen, Integer> unseen = new TreeMap<>();
        List<String> survivors = new ArrayList<>();
        for (int count = 0; count < COUNT; count++) {
            Mutant mutant = mutants.next();
            scratch.overwrite(mutant.file(), mutant.content().toString());
            Optional<Suite> suite = Suite.noticing(scratch);
            scratch.mend();
            Optional<Unseen> reason = Unseen.of(mutant);
            if (suite.isPresent()) {
                noticed.merge(suite.get(), 1, Integer::sum);
            } else if (reason.isPresent()) {
                unseen.merge(reason.get(), 1, Integer::sum);
            } else {
                survivors.add(mutant.operator() + " in " + mutant.area() + ": " + mutant);
            }
        }
        int total = noticed.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("Mutants: " + total + " of " + COUNT + " changes noticed, by " + noticed + "; -Dvpcep.seed="
                + SEED + " -Dvpcep.mutants=" + COUNT + " makes them again");
        unseen.forEach((kind, count) -> System.out.println("  " + count + " that nobody can: " + kind.reason()));
        survivors.stream().sorted().forEach(each -> System.out.println("  not noticed: " + each));
        assertThat(COUNT - total)
                .as("not more than 3 of 100, whether a reason is known or not")
                .isLessThanOrEqualTo(Math.max(1, COUNT * 3 / 100));
    }

    @Test
    void changesOfOneSeed_areTheSame_andOfAnotherAreOthers() {
        SpecFolder spec = SpecFolder.ofRepository();

        assertThat(first(new Mutants(spec, 7))).isEqualTo(first(new Mutants(spec, 7)));
        assertThat(first(new Mutants(spec, 7))).isNotEqualTo(first(new Mutants(spec, 8)));
    }

    private static List<String> first(Mutants mutants) {
        List<String> changes = new ArrayList<>();
        for (int count = 0; count < 5; count++) {
            changes.add(mutants.next().toString());
        }
        return changes;
    }
}
