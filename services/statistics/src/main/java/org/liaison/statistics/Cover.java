package org.liaison.statistics;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;

/// Who goes along with the few, so that they are not seen to be few: how many, and which.
public interface Cover {

    /// How many more than necessary: 0 to `below` - 1.
    int more(int below);

    void mix(List<?> cases);

    /// Drawn once, when a period is closed, and nowhere kept: nobody can draw the same again.
    static Cover secret() {
        SecureRandom random = new SecureRandom();
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
}
