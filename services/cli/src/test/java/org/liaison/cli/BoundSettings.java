package org.liaison.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

/// A configuration file as the program itself understands it: bound to its own settings record, unknown keys refused,
/// and then taken apart into key and value, so that a key added tomorrow is looked at too.
record BoundSettings(Map<String, Object> values) {

    static BoundSettings read(String program, String yaml) {
        StandardEnvironment environment = new StandardEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        sources.stream().map(source -> source.getName()).toList().forEach(sources::remove);
        try {
            new YamlPropertySourceLoader()
                    .load(program, new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
                    .forEach(sources::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Object settings = Binder.get(environment)
                .bind(
                        program,
                        Bindable.of(settingsOf(program)),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, source -> true))
                .orElseThrow(() -> new IllegalArgumentException("nothing under '" + program + ":'"));
        Map<String, Object> values = new LinkedHashMap<>();
        takeApart("", settings, values);
        return new BoundSettings(values);
    }

    /// The programs keep their settings to themselves, so they are found by name.
    private static Class<?> settingsOf(String program) {
        String type = Character.toUpperCase(program.charAt(0)) + program.substring(1) + "Settings";
        try {
            return Class.forName("org.liaison." + program + "." + type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the program " + program + " has no " + type + " any more", e);
        }
    }

    private static void takeApart(String key, Object value, Map<String, Object> into) {
        switch (value) {
            case null -> {}
            case Optional<?> optional -> optional.ifPresent(inner -> takeApart(key, inner, into));
            case Record record -> {
                for (RecordComponent component : record.getClass().getRecordComponents())
                    takeApart(
                            key.isEmpty() ? component.getName() : key + "." + component.getName(),
                            read(component, record),
                            into);
            }
            case Collection<?> many -> {
                int number = 0;
                for (Object one : many) takeApart(key + "[" + number++ + "]", one, into);
            }
            default -> into.put(key, value);
        }
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    String text(String key) {
        return String.valueOf(values.get(key));
    }

    <T> Map<String, T> every(Class<T> type) {
        Map<String, T> found = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (type.isInstance(value)) found.put(key, type.cast(value));
        });
        return found;
    }
}
