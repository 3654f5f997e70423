package io.github.vpcep.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.sandbox.api.Rules.Base;
import io.github.vpcep.sandbox.api.Rules.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Of two faults in one request the first is told, in the order that the choices of the sandbox (sandbox-choices.md)
 * give. The store does not matter.
 */
class PrecedenceTest {
    private final Rules rules = new Rules();
    private final RuleWorld world = new RuleWorld();
    private final List<String> wrong = new ArrayList<>();
    private int pairs;

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void ofTwoFaults_theFirstIsTold() {
        for (Base base : rules.bases) {
            List<Rule> kinds = kinds(base);
            for (Rule first : kinds) {
                Set<Integer> levels = new HashSet<>();
                kinds.stream()
                        .filter(second -> first.rank < second.rank)
                        // What comes before the rules of an operation knows nothing of these: one of each level will
                        // do.
                        .filter(second -> first.rank >= Rules.REQUIRED || levels.add(second.rank / 100))
                        .forEach(second -> tell(first, second));
            }
        }
        System.out.println("Precedence: " + pairs + " pairs of " + rules.all.size() + " rules");
        assertThat(wrong)
                .as(String.join("\n", wrong.subList(0, Math.min(50, wrong.size()))))
                .isEmpty();
    }

    /** Of those that are told alike at one place of the order, the first. */
    private List<Rule> kinds(Base base) {
        Map<String, Rule> kinds = new LinkedHashMap<>();
        rules.all.stream()
                .filter(each -> each.base.equals(base))
                .forEach(each -> kinds.putIfAbsent(each.rank + " " + each.told, each));
        return List.copyOf(kinds.values());
    }

    /** The one that is to be told is made last, so that it stays where both are of one field. */
    private void tell(Rule first, Rule second) {
        pairs++;
        RuleAttempt attempt = first.base.in(world);
        second.fault.accept(attempt);
        first.fault.accept(attempt);
        String sent = attempt.toString();
        RuleAttempt.Answer answer = attempt.send();
        if (!answer.told().equals(first.told)) {
            wrong.add(first + ", before " + second.name + ": " + sent + "\n  should be " + first.told + " and is "
                    + answer);
        }
    }
}
