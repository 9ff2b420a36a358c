package org.liaison.certs;

import java.util.function.Function;
import org.liaison.message.Country;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// What people type, as the words of this room; what cannot be read is told in those words' own sentences.
final class Converters {

    private Converters() {}

    static final class OfProfile implements ITypeConverter<Profile> {
        @Override
        public Profile convert(String text) {
            return read(text, Profile::ofCode);
        }
    }

    static final class OfCountry implements ITypeConverter<Country> {
        @Override
        public Country convert(String text) {
            return read(text, Country::new);
        }
    }

    static final class OfReason implements ITypeConverter<RevocationReason> {
        @Override
        public RevocationReason convert(String text) {
            return read(text, RevocationReason::ofCode);
        }
    }

    private static <T> T read(String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
