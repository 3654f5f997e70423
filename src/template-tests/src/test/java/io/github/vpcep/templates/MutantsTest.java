package io.github.vpcep.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.templates.Mutants.Mutant;
import io.github.vpcep.templates.Noticing.By;
import io.github.vpcep.templates.Noticing.Found;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes of the templates that nobody chose are noticed by what is done with the Java that comes out, and not only by
 * comparing it with what is expected. Not part of the build, for each takes seconds: {@code mvn -Pmutation} makes
 * {@code -Dvpcep.mutants} of them, others each time unless {@code -Dvpcep.seed} says which.
 */
class MutantsTest {
    private static final int COUNT = Integer.getInteger("vpcep.mutants", 100);
    private static final long SEED = Long.getLong("vpcep.seed", System.nanoTime());

    @Test
    void changeAtRandom_isNoticedByMoreThanAComparison(@TempDir Path folder) throws Exception {
        Mutants mutants = new Mutants(Project.TEMPLATES, SEED);
        Map<By, Integer> noticed = new EnumMap<>(By.class);
        Map<Unseen, Integer> unseen = new EnumMap<>(Unseen.class);
        int same = 0;
        int words = 0;
        List<String> survivors = new ArrayList<>();
        Noticing noticing = new Noticing(folder);
        for (int count = 0; count < COUNT; count++) {
            Mutant mutant = mutants.next();
            Found found = noticing.of(mutant);
            switch (found.by()) {
                case NOTHING_CHANGED -> same++;
                case MEANS_THE_SAME -> words++;
                case NOBODY -> {
                    Optional<Unseen> reason = Unseen.of(mutant);
                    reason.ifPresent(each -> unseen.merge(each, 1, Integer::sum));
                    if (reason.isEmpty()) {
                        survivors.add(mutant.toString());
                        System.out.println("  not noticed: " + mutant);
                    }
                }
                default -> noticed.merge(found.by(), 1, Integer::sum);
            }
        }
        int total = noticed.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("Mutants: " + total + " of " + (COUNT - same - words) + " changes of templates noticed, by "
                + noticed + "; " + same + " more change nothing that is made of any contract here, and " + words
                + " only words or the order of what is in none; -Dvpcep.seed=" + SEED + " -Dvpcep.mutants=" + COUNT
                + " makes them again");
        unseen.forEach((kind, count) -> System.out.println("  " + count + " that nobody can: " + kind.reason()));
        int unnoticed = survivors.size()
                + unseen.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(unnoticed)
                .as("not more than 5 of 100 of those that change what is made, whether a reason is known or not")
                .isLessThanOrEqualTo(Math.max(1, (total + unnoticed) * 5 / 100));
    }
}
