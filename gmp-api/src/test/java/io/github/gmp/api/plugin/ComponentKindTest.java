package io.github.gmp.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.FittableDescriptor;
import org.junit.jupiter.api.Test;

/** A kind is found from the interface that carries it. */
class ComponentKindTest {
    /** Has a kind by its name only. */
    public interface Plain {
        /** No kind at all. */
        String KIND = "plain";
    }

    /** Has a kind that depends on an instance. */
    public static final class Instance {
        /** Not a constant. */
        public final ComponentKind<Instance> KIND = new ComponentKind<>("instance", Instance.class);
    }

    @Test
    void theConstantOfAnInterfaceIsItsKind() {
        assertThat(ComponentKind.of(Descriptor.class)).isSameAs(Descriptor.KIND);
    }

    @Test
    void interfacesWithoutAKindOfTheirOwnAreNamed() {
        String reason = " is no kind of component: it has no public constant KIND that is a ComponentKind of itself";
        for (Class<?> type : new Class<?>[] {Runnable.class, Plain.class, Instance.class, FittableDescriptor.class}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ComponentKind.of(type))
                    .withMessage(type.getName() + reason);
        }
    }
}
