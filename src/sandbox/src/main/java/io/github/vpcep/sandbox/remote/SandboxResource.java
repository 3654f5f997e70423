package io.github.vpcep.sandbox.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vpcep.control.model.Account;
import io.github.vpcep.control.model.AccountList;
import io.github.vpcep.control.model.Agency;
import io.github.vpcep.control.model.Health;
import io.github.vpcep.control.model.OrderedFault;
import io.github.vpcep.control.model.SandboxSettings;
import io.github.vpcep.control.model.Seed;
import io.github.vpcep.control.server.SandboxApi;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.runtime.contract.RuntimeVersion;
import io.github.vpcep.sandbox.domain.Settings;
import java.util.List;
import java.util.Map;

/** The sandbox as a whole. */
final class SandboxResource implements SandboxApi {
    private static final ObjectMapper JSON = VpcepJson.mapper();

    private final Steered steered;

    SandboxResource(Steered steered) {
        this.steered = steered;
    }

    @Override
    public Health health() {
        new io.github.vpcep.sandbox.domain.Health(steered.context()).check();
        List<OrderedFault> faults = steered.faults().list();
        Settings settings = steered.context().settings();
        return Health.builder()
                .status("up")
                .version(RuntimeVersion.VERSION)
                .startedAt(steered.startedAt())
                .clock(ClockResource.shown(steered.clock()))
                .faults(faults.size())
                .endlessFaults((int)
                        faults.stream().filter(each -> each.callsLeft() == null).count())
                .requests(steered.journal().size())
                .settingsChanged(!settings.equals(steered.setUp()))
                .build();
    }

    @Override
    public void reset() {
        steered.reset().run();
    }

    @Override
    public void seed(Seed body) {
        try {
            steered.seed().accept(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The seed cannot be read", e);
        }
    }

    @Override
    public AccountList accounts() {
        return AccountList.builder()
                .accounts(steered.accounts().all().stream()
                        .map(SandboxResource::account)
                        .toList())
                .build();
    }

    private static Account account(io.github.vpcep.sandbox.auth.Account account) {
        return Account.builder()
                .domainId(account.domainId())
                .projectId(account.projectId())
                .accessKey(account.accessKey())
                .secretKey(account.secretKey())
                .token(account.token())
                .userName(account.userName())
                .password(account.password())
                .agencies(account.agencies().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> Agency.builder()
                                .name(each.getKey())
                                .domainId(each.getValue())
                                .build())
                        .toList())
                .build();
    }

    @Override
    public SandboxSettings settings() {
        return WrittenSettings.of(steered.context().settings());
    }

    @Override
    public SandboxSettings changeSettings(SandboxSettings body) {
        steered.context().change(settings -> WrittenSettings.over(settings, body));
        return settings();
    }
}
