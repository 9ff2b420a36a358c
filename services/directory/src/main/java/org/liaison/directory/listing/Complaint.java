package org.liaison.directory.listing;

/// What is wrong with one cell, or with a row as a whole (`column` empty), or with the file (`line`
/// 0). Lines count from 1, the heading included; in JSON the n-th row is on line n. It never quotes
/// the cell.
public record Complaint(long line, String column, String sentence) {

    @Override
    public String toString() {
        if (line == 0) return sentence;
        return "line " + line + (column.isEmpty() ? "" : ", column " + column) + ": " + sentence;
    }
}
