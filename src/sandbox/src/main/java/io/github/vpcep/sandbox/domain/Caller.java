package io.github.vpcep.sandbox.domain;

/**
 * Who calls, after authentication.
 *
 * @param domainId the account
 * @param projectId the project of the path, which is one of the account's
 */
public record Caller(String domainId, String projectId) {
    /** The whitelist entry that names this account. */
    public String permission() {
        return "iam:domain::" + domainId;
    }
}
