package io.github.vpcep.sandbox.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.StoreUnderTest;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.bounds.Documented.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** For each bound that the contract sets to a request, one request just inside it and one just outside. */
class BoundariesTest {
    private static final Account SHORT = account("domain-of-1", "a", "1");
    private static final Account LONG = account("domain-of-64", "a".repeat(64), "64");

    @RegisterExtension
    static final VpcepSandbox sandbox =
            StoreUnderTest.sandbox(SandboxConfig.standard().withAccounts(SandboxConfig.DEMO, SHORT, LONG));

    private final List<String> wrong = new ArrayList<>();
    private int requests;
    private @Nullable World current;

    @Test
    void everyBound_isWhereTheContractHasIt() throws IOException {
        List<Bound> bounds = new Contract().bounds();
        for (Bound bound : bounds) {
            check(bound, Side.INSIDE);
            check(bound, Side.OUTSIDE);
        }

        System.out.println("Boundaries: " + bounds.size() + " bounds, " + requests + " requests");
        assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
        assertThat(requests).isEqualTo(2 * bounds.size());
        assertThat(Documented.DEVIATIONS)
                .allSatisfy(each -> assertThat(bounds).anyMatch(bound -> each.isOf(bound, each.side())));
    }

    @Test
    void everyEnumeration_inAnotherLetterCase_isRefusedAsAnUnknownValueIs() throws IOException {
        List<Bound> enumerations = new Contract()
                .bounds().stream().filter(each -> each.keyword().equals("enum")).toList();
        for (Bound bound : enumerations) {
            for (JsonNode value : bound.limit()) {
                Call call = world(SandboxConfig.DEMO).call(bound.field());
                call.set(bound.field(), TextNode.valueOf(inAnotherCase(value.asText())));
                check(bound, Side.OUTSIDE, call);
            }
        }

        assertThat(enumerations).hasSizeGreaterThan(20);
        assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
    }

    private static String inAnotherCase(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return text.equals(lower) ? text.toUpperCase(Locale.ROOT) : lower;
    }

    @Test
    void permission_endsWithTheLongestAccountId() throws IOException {
        List<Bound> bounds = new Contract()
                .bounds().stream()
                        .filter(each -> each.field().path().matches("body\\.permissions\\[](\\.permission)?")
                                && each.keyword().equals("maxLength"))
                        .toList();
        assertThat(bounds).hasSize(2);
        for (Bound bound : bounds) {
            assertThat(permit(bound, 64)).isEmpty();
            assertThat(permit(bound, 65)).isEqualTo(ErrorCode.INVALID_PERMISSION.code());
        }
    }

    private static String permit(Bound bound, int accountIdLength) {
        World world = new World(sandbox, SandboxConfig.DEMO);
        world.begin();
        Call call = world.call(bound.field());
        call.set(bound.field(), TextNode.valueOf("iam:domain::" + "a".repeat(accountIdLength)));
        return World.code(world.send(call));
    }

    private void check(Bound bound, Side side) {
        World world = world(account(bound, side));
        Requests made = new Requests(world);
        check(bound, side, side == Side.INSIDE ? made.inside(bound) : made.outside(bound));
    }

    private void check(Bound bound, Side side, Call call) {
        World.Answer answer = world(account(bound, side)).send(call);
        requests++;
        // A refusal changes nothing, so the state is as good as new.
        if (answer.isGood() && !call.operation().method().equals("GET")) {
            current = null;
        }

        ErrorCode code = Documented.answer(bound, side);
        boolean right = code == null
                ? answer.isGood()
                : answer.status() == code.status() && World.code(answer).equals(code.code());
        if (!right) {
            wrong.add(side + " " + bound + "\n  " + call.operation().method() + " " + call.target() + " "
                    + shortened(call)
                    + "\n  should be " + (code == null ? "2xx" : code.status() + " " + code.code()) + " and is "
                    + answer.status() + " " + answer.body());
        }
    }

    private World world(Account account) {
        World world = current;
        if (world == null || !world.account().equals(account)) {
            world = new World(sandbox, account);
            world.begin();
            current = world;
        }
        return world;
    }

    /** A project id is at its bound when there is a project of that length. */
    private static Account account(Bound bound, Side side) {
        if (side == Side.OUTSIDE || !bound.field().path().equals("path:project_id")) {
            return SandboxConfig.DEMO;
        }
        return switch (bound.keyword()) {
            case "minLength" -> SHORT;
            case "maxLength" -> LONG;
            default -> SandboxConfig.DEMO;
        };
    }

    private static String shortened(Call call) {
        String body = call.hasBody() ? call.body() : "";
        return body.length() <= 400 ? body : body.substring(0, 400) + "…";
    }

    private static Account account(String domainId, String projectId, String name) {
        return Account.builder()
                .domainId(domainId)
                .projectId(projectId)
                .accessKey("AK" + name, "secret-" + name)
                .token("token-" + name)
                .build();
    }
}
