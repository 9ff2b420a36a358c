package org.liaison.directory;

/// What an authority is competent for, after the topics by which States name their competent national authorities.
public enum AuthorityFunction {
    MLA("mutual legal assistance"),
    EXTRADITION("extradition"),
    TRANSFER_OF_SENTENCED_PERSONS("transfer of sentenced persons"),
    TRANSFER_OF_PROCEEDINGS("transfer of criminal proceedings"),
    JOINT_INVESTIGATION("joint investigations"),
    ASSET_RECOVERY("asset recovery"),
    TRAFFICKING_IN_PERSONS("trafficking in persons"),
    VICTIM_REFERRAL("referral of victims"),
    POLICE_COOPERATION("police cooperation"),
    WITNESS_PROTECTION("witness protection"),
    SMUGGLING_BY_SEA("smuggling of migrants by sea"),
    FIREARMS("firearms"),
    CULTURAL_PROPERTY("trafficking in cultural property");

    private final String words;

    AuthorityFunction(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
