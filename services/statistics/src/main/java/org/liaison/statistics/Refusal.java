package org.liaison.statistics;

import java.time.Year;
import java.util.EnumMap;
import java.util.Map;

/// An adult who refuses a referral leaves this and nothing else.
///
/// @param sex ISO/IEC 5218; 0 and 9 are kept as not stated
/// @param citizenship ISO 3166-1 alpha-2, or `-99`
public record Refusal(String sex, String citizenship, Year year) {

    public Refusal {
        if (!sex.matches("[0129]"))
            throw new IllegalArgumentException("sex is 0 (not known), 1 (male), 2 (female) or 9 (not applicable)");
        if (!citizenship.equals(Variable.WITHHELD) && !citizenship.matches("[A-Z]{2}"))
            throw new IllegalArgumentException(
                    "citizenship is two capital letters (ISO 3166-1 alpha-2), or -99 where it is not known");
    }

    /// The month is not known, so it is counted with the year's last.
    public CodedFact fact(String unit) {
        Map<Variable, String> values = new EnumMap<>(Variable.class);
        values.put(Variable.SEX, Variable.SEX.only(sex));
        values.put(Variable.CITIZENSHIP, Variable.CITIZENSHIP.only(citizenship));
        return new CodedFact(Population.REFUSAL, unit, year.atMonth(12), values);
    }
}
