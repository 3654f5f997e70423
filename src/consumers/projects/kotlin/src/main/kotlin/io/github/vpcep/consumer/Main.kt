package io.github.vpcep.consumer

import io.github.vpcep.client.VpcepClient
import io.github.vpcep.model.EndpointStatus
import io.github.vpcep.runtime.auth.Credentials
import io.github.vpcep.runtime.error.NotFoundException
import io.github.vpcep.sandbox.VpcepSandbox
import kotlin.streams.asSequence
import kotlin.system.exitProcess

/** Builders are lambdas, pages are sequences, and what may be null has to be asked. */
fun main() {
    VpcepSandbox.start().use { sandbox ->
        val account = sandbox.account()
        VpcepClient.builder()
            .endpoint(sandbox.uri().toString())
            .projectId(account.projectId())
            .credentials(Credentials.accessKey(account.accessKey(), account.secretKey()))
            .build()
            .use { vpcep ->
                val service = vpcep.endpointServices().listPublic().first()
                val created = vpcep.endpoints().create {
                    it.endpointServiceId(service.id()).vpcId("vpc-1").subnetId("subnet-1").description("of Kotlin")
                }
                val description: String? = created.description()
                check(description?.length == 9) { "described as $description" }

                val listed = vpcep.endpoints().list { it.limit(10) }.stream().asSequence().toList()
                check(listed.map { it.id() } == listOf(created.id())) { "listed: $listed" }
                val known = when (listed.single().status()?.known()) {
                    EndpointStatus.Known.ACCEPTED, EndpointStatus.Known.CREATING -> true
                    else -> false
                }
                check(known) { "of status ${listed.single().status()}" }

                val refused = runCatching { vpcep.endpoints().get("00000000-0000-0000-0000-000000000000") }.exceptionOrNull()
                check(refused is NotFoundException) { "refused by $refused" }
            }
    }
    exitProcess(0)
}
