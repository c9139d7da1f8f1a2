package uk.gov.justice.probation.devolution.localstack.sample;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The sample's data about a region: its share of the cases in five hundred (like its share of the unpaid work orders),
 * its delivery units, where its staff live, and which services it already does itself because no row of the plan moves
 * them.
 */
enum Region {
    NW(
            "N51",
            104,
            List.of("L4", "L20", "WA1", "PR1", "BB1", "CH41", "CA1", "CW1"),
            EnumSet.of(
                    Service.UPW_ORDERS,
                    Service.GENERAL_ADMINISTRATION,
                    Service.AAMR_EMS,
                    Service.TTG,
                    Service.ENFORCEMENT,
                    Service.CP_OPERATIONAL_ADMINISTRATION),
            "Blackburn",
            "Central Lancashire",
            "Cheshire East",
            "Cheshire West",
            "Cumbria",
            "East Lancashire",
            "Knowsley and St Helens",
            "North Liverpool",
            "North West Lancashire",
            "Sefton",
            "Warrington and Halton",
            "Wirral"),
    YATH(
            "N55",
            138,
            List.of("WF1", "LS1", "S1", "BD1", "HU1", "YO1", "DN1", "HD1"),
            EnumSet.noneOf(Service.class),
            "Barnsley and Rotherham",
            "Bradford and Calderdale",
            "Doncaster",
            "Hull and East Riding",
            "Kirklees",
            "Leeds",
            "North and North East Lincolnshire",
            "North Yorkshire",
            "Sheffield",
            "Wakefield",
            "York"),
    EM(
            "N53",
            83,
            List.of("NG1", "LE1", "DE1", "LN1"),
            EnumSet.of(
                    Service.STANDALONE_UPW_CASE_MANAGEMENT,
                    Service.AAMR_EMS,
                    Service.TTG,
                    Service.ENFORCEMENT,
                    Service.CP_OPERATIONAL_ADMINISTRATION),
            "Derbyshire",
            "East and West Lincolnshire",
            "Leicestershire",
            "Nottinghamshire"),
    GM(
            "N50",
            83,
            List.of("M4", "BL1", "OL1", "SK1", "WN1", "M60"),
            EnumSet.of(Service.GENERAL_ADMINISTRATION, Service.UPW_ADMINISTRATION),
            "Bolton",
            "Bury",
            "Manchester North",
            "Manchester South",
            "Oldham",
            "Rochdale",
            "Salford",
            "Stockport",
            "Tameside",
            "Trafford",
            "Wigan"),
    SC(
            "N59",
            92,
            List.of("RG1", "OX1", "SO14", "PO1", "SL1", "MK9"),
            EnumSet.of(Service.GENERAL_ADMINISTRATION, Service.CP_OPERATIONAL_ADMINISTRATION),
            "Buckinghamshire and Milton Keynes",
            "East Berkshire",
            "Hampshire North and East",
            "Oxfordshire",
            "Portsmouth and Isle of Wight",
            "Southampton",
            "West Berkshire");

    final String providerCode;
    final int share;
    final List<String> postcodeDistricts;
    final Set<Service> doesItself;
    final List<String> pdus;

    Region(String providerCode, int share, List<String> postcodeDistricts, Set<Service> doesItself, String... pdus) {
        this.providerCode = providerCode;
        this.share = share;
        this.postcodeDistricts = postcodeDistricts;
        this.doesItself = doesItself;
        this.pdus = List.of(pdus);
    }

    /** Site and sentence management team of a delivery unit are numbered in the order of the units' names. */
    String office(int pdu) {
        return "%s_%02d".formatted(name(), pdu + 1);
    }
}
