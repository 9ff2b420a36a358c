package org.liaison.gateway;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What every store of this house works with: one database, one transaction per call, one vault.
record Records(
        JdbcClient database,
        TransactionTemplate transaction,
        CaseKeys keys,
        Copies copies,
        CasebookInPostgres cases,
        CodedFacts facts) {

    static Records of(DataSource source, Vault vault) {
        JdbcClient database = JdbcClient.create(source);
        CaseKeys keys = new CaseKeys(database, vault);
        CasebookInPostgres cases = new CasebookInPostgres(database, keys);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        CodedFacts facts = new CodedFacts(database, transaction, vault, cases);
        return new Records(
                database, transaction, keys, new Copies(new JdbcTemplate(source), keys, facts), cases, facts);
    }
}
