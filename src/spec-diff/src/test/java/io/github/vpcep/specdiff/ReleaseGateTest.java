package io.github.vpcep.specdiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseGateTest {
    private static final String REQUEST = "spec/schemas/EndpointServiceNameRequest.yaml";
    private static final String LINE =
            "  UpdateEndpointServiceName: EndpointServiceNameRequest.endpoint_service_name: maxLength 16 → 12"
                    + " (breaks callers; name EndpointServiceNameRequest)";

    @TempDir
    private Path folder;

    private ScratchProject project;

    @BeforeEach
    void createProject() throws IOException {
        project = ScratchProject.in(folder);
    }

    /** Without git, which only says where the released document comes from. */
    private void release() throws IOException {
        project.write(ReleaseGate.RECORD, SmallProject.bundle());
    }

    private void releaseByTag() {
        project.commit().git("tag", "v0.1.0");
    }

    private String check() {
        return new ReleaseGate(folder).check();
    }

    /** A narrower bound of what callers send. */
    private ScratchProject narrow() throws IOException {
        return project.replace(REQUEST, "maxLength: 16", "maxLength: 12");
    }

    @Test
    void gate_beforeTheFirstRelease_saysSoAndIsOpen() throws IOException {
        narrow().commit();
        assertThat(check()).isEqualTo("Spec gate: no version is released yet, so nothing can break.");
    }

    @Test
    void gate_whenNothingChanged_isOpen() {
        releaseByTag();
        assertThat(check())
                .startsWith("Spec gate: breaking changes since v0.1.0 (git ")
                .endsWith("): 0, all of them announced.");
    }

    @Test
    void gate_withABreakThatIsNotAnnounced_listsIt() throws IOException {
        releaseByTag();
        narrow();
        assertThatThrownBy(this::check)
                .isInstanceOf(SpecDiffException.class)
                .hasMessageEndingWith("or Removed:\n" + LINE);
    }

    @Test
    void gate_withManyBreaks_listsThemInTheOrderOfTheAlphabet() throws IOException {
        release();
        narrow().replace("spec/schemas/Endpoint.yaml", "x-java-name: dnsEnabled", "x-java-name: dns");
        assertThatThrownBy(this::check)
                .hasMessageEndingWith("or Removed:\n"
                        + "  Endpoint.enable_dns: x-java-name dnsEnabled → dns (breaks callers and implementers; name"
                        + " Endpoint)\n" + LINE);
    }

    @Test
    void gate_withABreakOfManyOperations_namesThemAll() throws IOException {
        release();
        project.replace("spec/openapi.yaml", "  - Signature: []\n", "");
        assertThatThrownBy(this::check)
                .hasMessageEndingWith("  5 operations: security removed: Signature (breaks callers; name"
                        + " BatchAddEndpointServicePermissions, ListEndpoints, ListServicePublicDetails,"
                        + " UpdateEndpointPolicy, UpdateEndpointServiceName)");
    }

    @Test
    void gate_withABreakThatIsCommitted_isClosedAsWell() throws IOException {
        releaseByTag();
        narrow().commit();
        assertThatThrownBy(this::check).hasMessageContaining(LINE);
    }

    @Test
    void gate_withAnEntryThatNamesTheSchema_isOpen() throws IOException {
        release();
        narrow().changelog("### Changed\n\n- `EndpointServiceNameRequest` takes at most 12 characters.\n");
        assertThat(check()).endsWith("): 1, all of them announced.");
    }

    @Test
    void gate_withAnEntryThatNamesTheOperation_isOpen() throws IOException {
        release();
        narrow().changelog("### Breaking\n\n- UpdateEndpointServiceName takes\n  at most 12 characters.\n");
        assertThat(check()).endsWith("): 1, all of them announced.");
    }

    @Test
    void gate_withAnEntryOfAnotherSchema_isClosed() throws IOException {
        release();
        narrow().changelog("### Changed\n\n- `EndpointServiceNameRequests` and `EndpointServiceName` are shorter.\n");
        assertThatThrownBy(this::check).hasMessageContaining(LINE);
    }

    @Test
    void gate_withABreakForCallersUnderAdded_isClosed() throws IOException {
        release();
        narrow().changelog("### Added\n\n- `EndpointServiceNameRequest` takes at most 12 characters.\n");
        assertThatThrownBy(this::check).hasMessageContaining(LINE);
    }

    @Test
    void gate_withAnEntryOfAnOlderVersion_isClosed() throws IOException {
        releaseByTag();
        narrow().changelog("## [0.1.0]\n\n### Changed\n\n- `EndpointServiceNameRequest` is shorter.\n");
        assertThatThrownBy(this::check).hasMessageContaining(LINE);
    }

    @Test
    void gate_withABreakForImplementersUnderAdded_isOpen() throws IOException {
        release();
        project.replace(REQUEST, "maxLength: 16", "maxLength: 32");
        project.changelog("### Added\n\n- `EndpointServiceNameRequest` takes 32 characters.\n");
        assertThat(check()).endsWith("): 1, all of them announced.");
    }

    @Test
    void gate_withACompatibleChange_asksForNoEntry() throws IOException {
        release();
        project.replace("spec/schemas/Endpoint.yaml", "\nproperties:\n", "\nproperties:\n  zone:\n    type: string\n");
        assertThat(check()).endsWith("): 0, all of them announced.");
    }

    @Test
    void gate_withTheReleasedDocumentInTheRepository_needsNoTag() throws IOException {
        release();
        project.changelog("## [0.1.0] - 2026-12-01\n");
        narrow();
        assertThatThrownBy(this::check)
                .hasMessageStartingWith("Since 0.1.0 (src/spec-diff")
                .hasMessageContaining(LINE);
    }

    @Test
    void gate_passesOverANearerTagThatIsNoVersion() throws IOException {
        releaseByTag();
        project.write("notes.txt", "since then").commit().git("tag", "nightly");
        assertThat(check()).startsWith("Spec gate: breaking changes since v0.1.0 (git ");
    }

    @Test
    void gate_withTheDocumentOfAnOlderRelease_saysWhatIsMissing() throws IOException {
        release();
        project.changelog("## [0.2.0] - 2026-12-01\n\n## [0.1.0]\n");
        assertThatThrownBy(this::check)
                .hasMessage("src/spec-diff/released/openapi.yaml is of version 0.1.0, but the newest version in"
                        + " src/docs/CHANGELOG.md is 0.2.0. Put the released document there.");
    }

    @Test
    void gate_withAReleaseThatCannotBeFound_isClosed() throws IOException {
        project.changelog("## [0.1.0] - 2026-12-01\n").commit();
        assertThatThrownBy(this::check)
                .hasMessage("src/docs/CHANGELOG.md says that 0.1.0 is released, but there is neither"
                        + " src/spec-diff/released/openapi.yaml nor the tag v0.1.0.");
    }
}
