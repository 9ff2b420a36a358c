package org.liaison.desk.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.casework.Problem;

/// How far the form is, topic by topic, and everything that is still wrong with it.
public record TaskList(List<Task> tasks, List<Fault> faults) {

    public TaskList {
        tasks = List.copyOf(tasks);
        faults = List.copyOf(faults);
    }

    public enum State {
        NOT_STARTED,
        IN_PROGRESS,
        COMPLETE,
        /// Asked only with other answers than those so far, though it may be answered all the same.
        ONLY_IF,
        /// With the answers so far it has no place in the form.
        NOT_NEEDED
    }

    /// `needed`: without answers here the form is not complete.
    public record Task(Topic topic, State state, boolean needed, int faults) {

        /// The key of the state in the words of the pages.
        public String key() {
            return "desk.forms.state." + (state == State.NOT_STARTED && !needed ? "OPTIONAL" : state.name());
        }
    }

    /// A problem in casework's words, in the reader's, and the question that it belongs to: `topic` is the page,
    /// `anchor` the place on it, and `answered` says that something was typed there. A problem of no question has
    /// neither, and the name of the form as label.
    public record Fault(
            Problem problem, Said said, Optional<String> topic, String anchor, Text label, boolean answered) {

        public boolean isOfQuestion() {
            return topic.isPresent();
        }
    }

    /// Whether nothing is wrong any more.
    public boolean isComplete() {
        return faults.isEmpty();
    }

    public List<Fault> of(String topic) {
        return faults.stream()
                .filter(fault -> fault.topic().filter(topic::equals).isPresent())
                .toList();
    }

    /// Those that belong to no question.
    public List<Fault> others() {
        return faults.stream().filter(fault -> !fault.isOfQuestion()).toList();
    }

    List<Fault> at(String anchor) {
        return faults.stream()
                .filter(fault -> fault.isOfQuestion() && fault.anchor().equals(anchor))
                .toList();
    }

    /// The problems of a draft, each led to its question. They can come from any check of the draft's form.
    public static TaskList of(Questionnaire questionnaire, Answers answers, Draft draft, List<Problem> problems) {
        Map<String, Standing> standings = questionnaire.standings(answers);
        List<Fault> faults = new ArrayList<>();
        for (Problem problem : problems) {
            String group = draft.answered(problem.pointer());
            Said said = Said.of(problem, questionnaire.language());
            List<String> tooMany = ruledOut(said, group, answers, standings);
            for (String at : tooMany.isEmpty() ? List.of(group) : tooMany)
                faults.add(fault(questionnaire, answers, problem, said, at));
        }
        List<Task> tasks = new ArrayList<>();
        for (Topic topic : questionnaire.topics()) tasks.add(task(topic, answers, faults, standings));
        return new TaskList(tasks, faults);
    }

    /// That answers do not go together the check says of the group; what the officer mends is each answer
    /// too many.
    private static List<String> ruledOut(Said said, String group, Answers answers, Map<String, Standing> standings) {
        return standings.entrySet().stream()
                .filter(entry -> entry.getValue().need() == Standing.Need.RULED_OUT)
                .filter(entry -> entry.getValue().because().equals(said.sentence()))
                .map(Map.Entry::getKey)
                .filter(at -> at.startsWith(group + "/") && answers.any(at))
                .sorted()
                .toList();
    }

    /// The question at this place, or the nearest one around it.
    private static Fault fault(
            Questionnaire questionnaire, Answers answers, Problem problem, Said said, String answered) {
        String at = answered;
        while (!at.isEmpty()) {
            Optional<Questionnaire.Found> found = questionnaire.find(at);
            String place = at;
            Optional<Topic> topic = questionnaire.topics().stream()
                    .filter(one -> one.holds(place))
                    .findFirst();
            if (found.isPresent() && topic.isPresent())
                return new Fault(
                        problem,
                        said,
                        topic.map(Topic::id),
                        Names.name(at),
                        found.get().question().label(),
                        !answers.text(at).isBlank());
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return new Fault(problem, said, Optional.empty(), "", questionnaire.title(), false);
    }

    private static Task task(Topic topic, Answers answers, List<Fault> faults, Map<String, Standing> standings) {
        boolean started = false;
        boolean needed = false;
        Standing.Need strongest = Standing.Need.RULED_OUT;
        for (Question question : topic.questions()) {
            Standing standing = standings.getOrDefault(question.path(), Standing.of(question));
            started |= answers.any(question.path());
            needed |= standing.need() == Standing.Need.NEEDED;
            if (standing.need().compareTo(strongest) < 0) strongest = standing.need();
        }
        int wrong = (int) faults.stream()
                .filter(fault -> fault.topic().filter(topic.id()::equals).isPresent())
                .count();
        return new Task(topic, state(started, strongest, wrong), needed, wrong);
    }

    private static State state(boolean started, Standing.Need strongest, int wrong) {
        if (started) return wrong == 0 ? State.COMPLETE : State.IN_PROGRESS;
        if (wrong > 0) return State.NOT_STARTED;
        return switch (strongest) {
            case NEEDED, WELCOME -> State.NOT_STARTED;
            case ONLY_IF -> State.ONLY_IF;
            case RULED_OUT -> State.NOT_NEEDED;
        };
    }
}
