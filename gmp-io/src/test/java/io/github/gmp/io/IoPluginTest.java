package io.github.gmp.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.dataset.DatasetFormat;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.Param;
import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.io.extxyz.ExtxyzConfig;
import io.github.gmp.io.extxyz.ExtxyzFormat;
import org.junit.jupiter.api.Test;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

class IoPluginTest {
    private static final ComponentContext NO_CONTEXT = new ComponentContext() {
        @Override
        public <T> T create(ComponentKind<T> kind, ComponentSpec spec) {
            throw new AssertionError("nothing nested was expected");
        }
    };

    @Test
    void isFoundByServiceLoader() {
        List<Plugin> plugins = ServiceLoader.load(Plugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(p -> p.name().equals("gmp-io"))
                .toList();
        assertThat(plugins).hasSize(1);
        assertThat(plugins.get(0).spiVersion()).isEqualTo(Plugin.SPI_VERSION);
        assertThat(plugins.get(0).factories())
                .extracting(ComponentFactory::kind, ComponentFactory::name)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(DatasetFormat.KIND, "extxyz"));
    }

    @Test
    void everyKeyIsDocumented() {
        for (RecordComponent component : ExtxyzConfig.class.getRecordComponents()) {
            Param param = component.getAnnotation(Param.class);
            assertThat(param).as(component.getName()).isNotNull();
            assertThat(param.doc()).as(component.getName()).endsWith(".");
        }
    }

    @Test
    void refusesABlankKey() {
        ExtxyzConfig blank = new ExtxyzConfig(Optional.of(" "), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> new ExtxyzFormat(blank))
                .isInstanceOf(ConfigException.class)
                .hasMessage("energyKey: got ' ', expected a name; leave the key out for the usual names");
    }

    @Test
    void claimsByName() {
        DatasetFormat format = new ExtxyzFormat(ExtxyzConfig.defaults());
        assertThat(List.of("a.xyz", "A.XYZ", "b.extxyz", "c.exyz", "e f.extxyz", "x.y.xyz"))
                .allMatch(format::claims);
        assertThat(List.of("a.cif", "xyz", "a.xyz.zip", "a", "a.xyz.bak", "")).noneMatch(format::claims);
    }
}
