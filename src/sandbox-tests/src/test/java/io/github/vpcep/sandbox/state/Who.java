package io.github.vpcep.sandbox.state;

import io.github.vpcep.sandbox.auth.Account;
import java.util.List;

/** Who calls: three accounts, the last of which has two projects. */
enum Who {
    ANNE("d0000000000000000000000000000001", "a0000000000000000000000000000001"),
    BERT("d0000000000000000000000000000002", "a0000000000000000000000000000002"),
    CARA("d0000000000000000000000000000003", "a0000000000000000000000000000003"),
    CARA_TOO("d0000000000000000000000000000003", "a0000000000000000000000000000004");

    final String domain;
    final String project;

    Who(String domain, String project) {
        this.domain = domain;
        this.project = project;
    }

    String token() {
        return "token-" + name();
    }

    Account account() {
        return Account.builder()
                .domainId(domain)
                .projectId(project)
                .accessKey("AK-" + name(), "SK-" + name())
                .token(token())
                .build();
    }

    static Account[] accounts() {
        return List.of(values()).stream().map(Who::account).toArray(Account[]::new);
    }
}
