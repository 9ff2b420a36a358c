package org.liaison.mapping;

/// Something that did not come along, by its place and with the reason. Never with what stood there.
public record Loss(String field, String why) {}
