package org.liaison.directory.listing;

import java.util.List;
import org.liaison.directory.Directory;

/// The two ways to write a listing.
public enum ListingFile {
    CSV,
    JSON;

    /// All authorities of a directory, one row each.
    public String write(Directory directory) {
        List<Row> rows = directory.authorities().stream().map(Rows::of).toList();
        return switch (this) {
            case CSV -> CsvListing.write(rows);
            case JSON -> JsonListing.write(rows);
        };
    }

    Contents read(String text) {
        return switch (this) {
            case CSV -> CsvListing.read(text);
            case JSON -> JsonListing.read(text);
        };
    }
}
