package org.liaison.statistics;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Made-up facts about nobody.
final class Crowd {

    static final YearMonth JANUARY = YearMonth.of(2026, 1);

    private Crowd() {}

    /// Nobody goes along beyond the necessary, always the first ones.
    static final Cover NO_MORE = new Cover() {
        @Override
        public int more(int below) {
            return 0;
        }

        @Override
        public void mix(List<?> cases) {}
    };

    /// The same draws each time.
    static Cover drawn(long seed) {
        Random random = new Random(seed);
        return new Cover() {
            @Override
            public int more(int below) {
                return random.nextInt(below);
            }

            @Override
            public void mix(List<?> cases) {
                Collections.shuffle(cases, random);
            }
        };
    }

    static Map<Variable, String> values(Object... pairs) {
        Map<Variable, String> values = new EnumMap<>(Variable.class);
        for (int i = 0; i < pairs.length; i += 2) values.put((Variable) pairs[i], (String) pairs[i + 1]);
        return values;
    }

    static List<CodedFact> of(int count, String name, YearMonth month, Object... pairs) {
        List<CodedFact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++)
            facts.add(new CodedFact(Population.REFERRAL, name + "-" + i, month, values(pairs)));
        return facts;
    }

    /// Uneven, with rare values, and with values that were not stated.
    static List<CodedFact> random(Random random, int count, YearMonth month) {
        List<CodedFact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<Variable, String> values = new EnumMap<>(Variable.class);
            uneven(random, values, Variable.SEX, "2", "1");
            uneven(random, values, Variable.MAJORITY, "ADULT", "MINOR");
            uneven(random, values, Variable.EXPLOITATION, "SEXUAL", "FORCED_LABOUR_SERVICES", "BEGGING", "SERVITUDE");
            uneven(random, values, Variable.AGE, "18-29", "30-47", "9-17", "48+", "0-8");
            uneven(random, values, Variable.CITIZENSHIP, "XA", "XB", "XC", "XD", "XE", "XF");
            uneven(random, values, Variable.ORIGIN, "XA", "XB", "XC", "XD");
            uneven(random, values, Variable.DESTINATION, "XC", "XD", "XA");
            uneven(random, values, Variable.REFERRAL_DECISION, "ACCEPTED", "DECLINED", "OPEN", "CANCELLED");
            facts.add(new CodedFact(Population.REFERRAL, month + "-" + i, month, values));
        }
        return facts;
    }

    private static void uneven(Random random, Map<Variable, String> values, Variable variable, String... codes) {
        int i = 0;
        while (i < codes.length && random.nextInt(100) >= 68) i++;
        if (i < codes.length) values.put(variable, codes[i]);
    }
}
