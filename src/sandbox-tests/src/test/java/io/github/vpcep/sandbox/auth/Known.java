package io.github.vpcep.sandbox.auth;

/** Accounts that a test's sandbox knows. */
final class Known {
    private Known() {}

    static Account account(String domain, String project, String key, String secret, String token) {
        return Account.builder()
                .domainId(domain)
                .projectId(project)
                .accessKey(key, secret)
                .token(token)
                .build();
    }
}
