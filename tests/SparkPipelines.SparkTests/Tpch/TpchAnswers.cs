namespace SparkPipelines.SparkTests.Tpch;

/// <summary>How many rows each query has at scale factor 0.1, and its first, as Spark 4.2.1 answers the SQL: no empty or trivial result can pass.</summary>
internal static class TpchAnswers
{
    private static readonly Dictionary<string, (int Rows, string First)> All = new()
    {
        ["Q1"] = (4, "A | F | 3774200.00 | 5320753880.69 | 5054096266.6828 | 5256751331.449234 | 25.537587 | 36002.123829 | 0.050145 | 147790"),
        ["Q2"] = (44, "9828.21 | Supplier#000000647 | UNITED KINGDOM | 13120 | Manufacturer#5 | x5U7MBZmwfG9 | 33-258-202-4782 | s the slyly even ideas poach fluffily "),
        ["Q3"] = (10, "223140 | 355369.0698 | 1995-03-14 | 0"),
        ["Q4"] = (5, "1-URGENT | 999"),
        ["Q5"] = (5, "CHINA | 7822103.0000"),
        ["Q6"] = (1, "11803420.2534"),
        ["Q7"] = (4, "FRANCE | GERMANY | 1995 | 4637235.1501"),
        ["Q8"] = (2, "1995 | 0.028649"),
        ["Q9"] = (175, "ALGERIA | 1998 | 2321785.3682"),
        ["Q10"] = (20, "8242 | Customer#000008242 | 622786.7297 | 6322.09 | ETHIOPIA | P2n4nJhy,UqSo2s43YfSvYJDZ6lk | 15-792-676-1184 | slyly regular packages haggle carefully ironic ideas. courts are furiously. furiously unusual theodolites cajole. i"),
        ["Q11"] = (22, "12098 | 16227681.21"),
        ["Q12"] = (2, "MAIL | 647 | 945"),
        ["Q13"] = (37, "0 | 5000"),
        ["Q14"] = (1, "16.283856"),
        ["Q15"] = (1, "677 | Supplier#000000677 | 8mhrffG7D2WJBSQbOGstQ | 23-290-639-3315 | 1614410.2928"),
        ["Q16"] = (2762, "Brand#14 | SMALL ANODIZED NICKEL | 45 | 12"),
        ["Q17"] = (1, "23512.752857"),
        ["Q18"] = (5, "Customer#000001639 | 1639 | 502886 | 1994-04-12 | 456423.88 | 312.00"),
        ["Q19"] = (1, "168597.2860"),
        ["Q20"] = (9, "Supplier#000000157 | ,mEGorBfVIm"),
        ["Q21"] = (47, "Supplier#000000445 | 16"),
        ["Q22"] = (7, "13 | 94 | 714035.05"),
    };

    public static (int Rows, string First) Of(string name) => All[name];
}
