package org.liaison.directory.listing;

import java.util.List;

/// What reading a list gives.
sealed interface Contents {

    record Legible(List<Row> rows) implements Contents {}

    record Illegible(List<Complaint> complaints) implements Contents {}

    static Contents of(List<Row> rows, List<Complaint> complaints) {
        return complaints.isEmpty() ? new Legible(rows) : new Illegible(complaints);
    }
}
