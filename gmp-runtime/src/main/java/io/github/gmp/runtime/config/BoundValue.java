package io.github.gmp.runtime.config;

import io.github.gmp.api.plugin.ComponentSpec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What became of one value of a configuration: bound (it has a Java value), deferred (it holds a placeholder that cannot be replaced yet),
 * absent (optional and not given) or failed (a problem was reported).
 *
 * @param state which of these
 * @param value the Java value; empty unless bound
 * @param resolved the value as plain data with {@link ComponentSpec}s inside; empty if absent or failed
 */
record BoundValue(State state, Optional<Object> value, Optional<Object> resolved) {
    enum State {
        BOUND,
        DEFERRED,
        ABSENT,
        FAILED
    }

    static BoundValue bound(Object value, Object resolved) {
        return new BoundValue(State.BOUND, Optional.of(value), Optional.of(resolved));
    }

    static BoundValue deferred(Object resolved) {
        return new BoundValue(State.DEFERRED, Optional.empty(), Optional.of(resolved));
    }

    static BoundValue absent() {
        return new BoundValue(State.ABSENT, Optional.empty(), Optional.empty());
    }

    static BoundValue failed() {
        return new BoundValue(State.FAILED, Optional.empty(), Optional.empty());
    }

    /** The list of these values. */
    static BoundValue all(List<BoundValue> items) {
        List<Object> values = new ArrayList<>();
        List<Object> resolved = new ArrayList<>();
        items.forEach(item -> {
            item.value().ifPresent(values::add);
            item.resolved().ifPresent(resolved::add);
        });
        return combine(items, Collections.unmodifiableList(values), Collections.unmodifiableList(resolved));
    }

    /** The map of these values. */
    static BoundValue all(Map<String, BoundValue> entries) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> resolved = new LinkedHashMap<>();
        entries.forEach((key, entry) -> {
            entry.value().ifPresent(value -> values.put(key, value));
            entry.resolved().ifPresent(value -> resolved.put(key, value));
        });
        return combine(entries.values(), Collections.unmodifiableMap(values), Collections.unmodifiableMap(resolved));
    }

    private static BoundValue combine(Collection<BoundValue> parts, Object value, Object resolved) {
        if (parts.stream().anyMatch(BoundValue::isFailed)) {
            return failed();
        }
        return parts.stream().anyMatch(BoundValue::isDeferred) ? deferred(resolved) : bound(value, resolved);
    }

    boolean isFailed() {
        return state == State.FAILED;
    }

    boolean isDeferred() {
        return state == State.DEFERRED;
    }

    BoundValue mapValue(Function<Object, Object> change) {
        return new BoundValue(state, value.map(change), resolved);
    }

    /** A component can be passed on although a value inside is deferred: whoever creates it binds it again. */
    BoundValue toComponent(Function<Map<String, Object>, ComponentSpec> make) {
        if (isFailed()) {
            return this;
        }
        @SuppressWarnings("unchecked") // records resolve to maps
        ComponentSpec spec = make.apply((Map<String, Object>) resolved.orElseThrow());
        return bound(spec, spec);
    }
}
