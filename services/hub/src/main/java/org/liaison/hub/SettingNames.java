package org.liaison.hub;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Settings by their names. A value is shown where it is a number, a time or yes or no; of everything else, such as a
/// path, an address or a name, only that it is set. So a setting that is added one day tells nothing by itself.
final class SettingNames {

    private SettingNames() {}

    static Map<String, String> of(String name, Record settings) {
        Map<String, String> told = new TreeMap<>();
        tell(name, settings, told);
        return told;
    }

    private static void tell(String name, @Nullable Object value, Map<String, String> told) {
        switch (value) {
            case null -> told.put(name, "not set");
            case Optional<?> maybe -> tell(name, maybe.orElse(null), told);
            case Number number -> told.put(name, number.toString());
            case Boolean yes -> told.put(name, yes.toString());
            case Duration time -> told.put(name, time.toString());
            case Collection<?> many -> told.put(name, "set (" + many.size() + ")");
            case Record record -> {
                for (RecordComponent part : record.getClass().getRecordComponents())
                    tell(name + "." + written(part.getName()), read(part, record), told);
            }
            default -> told.put(name, "set");
        }
    }

    /// `passwordFile` as the file says it: `password-file`.
    private static String written(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object read(RecordComponent part, Record record) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a setting cannot be read: " + part.getName(), e);
        }
    }
}
