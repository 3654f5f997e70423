package io.github.vpcep.sandbox;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a sandbox for JUnit without a field. Methods of tests, those before and after them, and constructors may ask
 * for it, and for a client of its first account, by a parameter of type {@link VpcepSandbox}, {@link SandboxControl},
 * {@link io.github.vpcep.client.VpcepClient} or {@link io.github.vpcep.client.VpcepAsyncClient}.
 *
 * <pre>{@code
 * @WithSandbox
 * class OrdersTest {
 *     @Test
 *     void noEndpoints(VpcepClient vpcep) {
 *         assertThat(vpcep.endpoints().list()).isEmpty();
 *     }
 * }
 * }</pre>
 *
 * <p>On a class there is one for all its tests, also those of nested and derived classes. It begins anew for each, and
 * tests that run in parallel take turns. On a method it is the method's own. It is set up as
 * {@link SandboxConfig#standard()} says; for another set-up use a field and
 * {@link VpcepSandbox#inMemory(SandboxConfig)}.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AnnotatedSandbox.class)
public @interface WithSandbox {}
