package io.github.gmp.api.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents one component of a configuration record: the single source of its default, its validation, {@code gmp describe} and the
 * reference page.
 *
 * <p>Supported types of record components: {@code int long double boolean String}, enums (lower-kebab-case of their constants), {@code
 * java.util.List} of these or of records, {@code java.util.Map<String, …>}, {@code java.util.Optional} (empty when the key is absent),
 * nested records, {@link java.nio.file.Path}, and {@link ComponentSpec} with {@link #kind()}.
 *
 * <p>A {@code Path} is a file, or a folder of files: absolute in the record, relative to the folder of the configuration in a configuration.
 * Whatever follows from its contents (hashes, caches, how the file is named in a configuration that is written to another folder) the host
 * takes from the record; a text of any other component is never taken for the name of a file. What may be the name of something built in or
 * a file needs two components, such as {@code table} and {@code file} of the density {@code gaussian-table}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Param {
    /** {@return what it means, in a sentence} */
    String doc();

    /** {@return its unit, e.g. Å; empty for none} */
    String unit() default "";

    /**
     * The default as it would be written in YAML, e.g. {@code "[0.25, 1.0]"} or {@code "{type: hard, radius: 6.0}"}. {@code
     * "${data.elements}"} stands for the elements of the data at hand. Without a default the key is required (unless Optional).
     *
     * @return no or one text
     */
    String[] defaultValue() default {};

    /**
     * The allowed range of a number or of every number of a list, as an interval: {@code "(0, inf)"}, {@code "[0, 9]"}.
     *
     * @return the interval; empty for any finite number
     */
    String range() default "";

    /**
     * Names that the key had in earlier versions. A configuration may still use one of them, with a warning; nothing advertises them.
     *
     * @return former names; none by default
     */
    String[] formerly() default {};

    /**
     * What a {@link ComponentSpec} stands for: an interface of components with a constant {@code KIND}, see {@link ComponentKind#of}.
     *
     * @return the interface; {@code void.class} where there is no {@code ComponentSpec}
     */
    Class<?> kind() default void.class;
}
