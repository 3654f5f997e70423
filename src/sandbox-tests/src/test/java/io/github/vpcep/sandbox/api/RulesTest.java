package io.github.vpcep.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.router.Operation;
import io.github.vpcep.sandbox.api.Rules.Base;
import io.github.vpcep.sandbox.api.Rules.Change;
import io.github.vpcep.sandbox.api.Rules.Rule;
import io.github.vpcep.server.VpcepRouter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each rule has a request that only it refuses, and neighbours that differ in that one thing and pass. */
class RulesTest {
    private final Rules rules = new Rules();
    private final RuleWorld world = new RuleWorld();
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> tried = new HashSet<>();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void everyRule_refusesWhatBreaksIt_andNothingBeside() {
        for (Base base : rules.bases) {
            pass(base.toString(), base.in(world));
        }
        for (Rule rule : rules.all) {
            refuse(rule);
            for (Change neighbour : rule.neighbours) {
                RuleAttempt attempt = rule.base.in(world);
                neighbour.making().accept(attempt);
                // Rules of one bound have one neighbour.
                String sent = attempt.sentInAnyWorld();
                if (sent == null || tried.add(rule.base + sent)) {
                    pass(rule + ", but " + neighbour.name(), attempt);
                }
            }
        }
        assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
        assertThat(rules.bases.stream().map(Base::operation).collect(Collectors.toSet()))
                .isEqualTo(VpcepRouter.OPERATIONS.stream().map(Operation::id).collect(Collectors.toSet()));
    }

    private void refuse(Rule rule) {
        RuleAttempt attempt = rule.base.in(world);
        rule.fault.accept(attempt);
        String sent = attempt.toString();
        RuleAttempt.Answer answer = attempt.send();
        if (!answer.told().equals(rule.told) || !answer.body().contains(rule.says)) {
            wrong.add(rule + ": " + sent + "\n  should be " + rule.told + " " + rule.says + " and is " + answer);
        }
    }

    private void pass(String name, RuleAttempt attempt) {
        String sent = attempt.toString();
        RuleAttempt.Answer answer = attempt.send();
        if (answer.status() != attempt.success() || answer.body().startsWith("{") != (answer.status() <= 201)) {
            wrong.add(name + ": " + sent + "\n  should be " + attempt.success() + " and is " + answer);
        }
    }
}
