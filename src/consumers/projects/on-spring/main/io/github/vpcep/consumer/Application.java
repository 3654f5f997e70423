package io.github.vpcep.consumer;

import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.runtime.auth.Credentials;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** An application that has the client in a bean. */
@SpringBootApplication
public class Application {
    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }

    @Bean
    VpcepClient vpcep(
            @Value("${vpcep.endpoint}") String endpoint,
            @Value("${vpcep.project}") String project,
            @Value("${vpcep.token}") String token) {
        return VpcepClient.builder()
                .endpoint(endpoint)
                .projectId(project)
                .credentials(Credentials.token(token))
                .build();
    }
}
