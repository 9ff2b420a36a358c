package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.casework.Samples.FORMS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.liaison.casework.course.Courses;
import org.liaison.message.Bytes;
import org.liaison.message.MessageKind;

/// No kind of message is left without a place in a course, a form and a sample.
class EveryKindTest {

    private static final Path SAMPLES = Path.of("src", "test", "resources", "samples");

    @Test
    void every_message_of_a_course_is_a_kind_and_every_kind_is_in_a_course() {
        Set<MessageKind> inCourses = new TreeSet<>();
        Courses.all().forEach(course -> inCourses.addAll(course.kinds()));
        Set<MessageKind> known = new TreeSet<>();
        FORMS.kinds().forEach(kind -> known.add(kind.code()));
        assertThat(known).containsExactlyElementsOf(inCourses);
    }

    @Test
    void every_kind_has_a_sample_without_fault() throws IOException {
        List<String> faults = new ArrayList<>();
        for (KindOfMessage kind : FORMS.kinds()) {
            Path file = SAMPLES.resolve(kind.code() + ".json");
            if (!Files.exists(file)) faults.add(kind.code() + " has no sample");
            else
                FORMS.check(kind.code(), Bytes.owned(Files.readAllBytes(file)))
                        .forEach(problem -> faults.add(kind.code() + " " + problem));
        }
        assertThat(faults).isEmpty();
    }
}
