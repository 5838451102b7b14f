"""Years of the debt-sustainability inputs beyond those in the gathered tables, transcribed from the same public file.

Years between the ones taken lie close to a line: the file itself interpolates growth from 2029 to 2035.
"""

from __future__ import annotations

from tools.facts_build.sheet import Sheet

REPOSITORY = "github:lennardwelslau/eu-debt-sustainability-analysis"
GROWTH_YEARS = (2027, 2028, 2029, 2038, 2040, 2041)
AGEING_YEARS = (2027, 2028, 2029, 2031, 2033, 2038, 2041)
REVENUE_YEARS = (2028, 2031, 2035)
# growth of potential GDP | cost of ageing | change of taxes on pensions and property income since 2024
PATHS = """
BEL 1.2715 1.0403 0.9634 1.4878 1.6659 1.6475 | 27.4619 27.5985 27.7626 27.8338 28.0410 28.5981 28.8276 | 0.0344 0.0372 0.0643
BGR 2.6782 2.4579 2.5015 1.5117 1.3870 1.3380 | 19.5289 19.4045 19.2489 19.0625 18.8825 18.4777 18.3920 | -0.0229 -0.0458 -0.0763
CZE 1.2716 1.2276 1.2825 1.4926 1.5992 1.5959 | 19.6262 19.8080 19.9333 20.1582 20.3813 21.2198 21.9503 | -0.0500 -0.1000 -0.1666
DEU 0.4530 0.5574 0.6580 1.3836 1.5533 1.5630 | 24.7161 24.8347 24.9055 25.1998 25.4786 25.7880 25.8085 | 0.0331 0.0729 0.1623
DNK 1.5719 1.1534 0.9841 1.4739 1.6408 1.6622 | 25.2643 25.5049 25.6739 25.8801 26.1375 26.3728 26.2010 | 0.1176 0.1515 0.1737
ESP 1.8772 1.7238 1.7227 1.4308 1.6417 1.5633 | 24.6412 24.7371 24.8755 25.2867 25.8062 26.9181 27.4888 | -0.0047 0.0031 0.0305
EST 0.5232 0.2204 0.2787 1.9801 2.0267 1.9903 | 17.4075 17.4506 17.4258 17.3314 17.2329 17.1166 17.1000 | -0.0073 -0.0155 -0.0259
FIN 0.6257 0.6167 0.7264 1.4240 1.5331 1.4883 | 26.7200 26.8310 26.9610 27.1018 27.1215 26.8889 26.6105 | -0.0624 -0.0933 -0.2064
FRA 0.7482 0.6479 0.6159 1.1754 1.5112 1.5411 | 29.2426 29.2571 29.2271 29.1957 29.2354 29.2683 29.2766 | 0.0054 -0.0057 -0.0133
GRC 1.5263 1.3206 1.2293 0.9278 1.1296 1.1369 | 21.2729 21.1711 21.1608 21.3271 21.6633 22.2037 22.7256 | -0.0875 -0.1077 -0.0784
HRV 2.5089 2.0650 1.8205 1.5643 1.6758 1.6641 | 19.6916 19.6842 19.6771 19.6407 19.5503 19.3264 19.1032 | -0.0246 -0.0485 -0.0804
HUN 1.3489 1.3277 1.3190 1.7077 1.6188 1.6011 | 15.8740 15.8753 15.8876 16.0099 16.2383 17.2277 17.9796 | -0.0899 -0.1798 -0.2996
ITA 0.7446 0.6317 0.5212 1.1120 1.3518 1.3599 | 27.2944 27.3607 27.3851 27.7226 28.0549 28.2977 28.2294 | 0.0549 0.1107 0.1747
LTU 1.8778 1.6321 1.6258 1.3712 1.1674 1.0960 | 16.0889 16.2634 16.4367 16.7996 17.1761 17.8386 18.1107 | -0.0178 -0.0355 -0.0592
LUX 1.5130 1.6393 1.7009 1.9915 2.2492 2.2266 | 17.2725 17.3816 17.5526 17.9886 18.4418 19.4222 19.9242 | -0.0308 0.0121 0.0661
LVA 1.0688 1.1250 1.2846 1.4229 1.2121 1.1342 | 16.4513 16.4508 16.4457 16.4496 16.4256 16.1381 15.9406 | -0.0190 -0.0434 -0.0749
NLD 1.3620 1.1505 1.1434 1.2858 1.6124 1.6644 | 21.2824 21.3525 21.4958 21.8584 22.2141 22.8937 23.1558 | 0.0187 0.0395 0.0791
POL 2.1866 2.0735 2.0266 1.7784 1.4341 1.3184 | 20.4370 20.5199 20.5323 20.4716 20.3710 20.1378 20.1231 | -0.0211 -0.0916 -0.1981
PRT 1.4055 1.1482 1.0338 0.9658 1.1902 1.2229 | 23.7629 23.9370 24.1443 24.6485 25.1728 26.0557 26.5942 | 0.0187 0.0467 0.0776
ROU 1.2265 1.1957 1.2562 1.7401 1.3992 1.3444 | 18.0230 18.0771 18.0842 18.0197 17.9191 18.0990 18.3689 | -0.0132 -0.0345 -0.0728
SVK 1.6580 1.6339 1.6056 1.6133 1.5051 1.4837 | 21.3573 21.5842 21.7377 22.0147 22.3108 22.8800 23.2665 | -0.0339 -0.0678 -0.1129
SVN 2.2103 2.1314 2.1995 1.7763 1.5366 1.4457 | 22.7971 23.0053 23.1771 23.5019 23.8419 24.6278 25.1200 | -0.0330 -0.0653 -0.1079
SWE 1.7679 1.6897 1.7150 1.9443 2.0199 1.9916 | 23.7403 23.7496 23.7620 23.8251 23.8825 23.5767 23.4505 | -0.1145 -0.1277 -0.1970
"""
# Real and potential GDP of 2026, whose ratio is the output gap.
OUTPUT = """
BEL 533.5569636 540.4408134
BGR 148.2201786 148.9463070
CZE 6557.217661 6587.560361
DEU 3645.358014 3679.423776
DNK 2846.823544 2838.028958
ESP 1417.735200 1396.017437
EST 29.8665776 30.3337548
FIN 247.4054476 251.6893531
FRA 2644.891389 2649.695182
GRC 210.6247308 205.0734360
HRV 69.9293717 69.4233909
HUN 56215.92166 56208.00901
ITA 1965.732567 1952.912921
LTU 59.8851432 60.4309402
LUX 70.9784367 72.7663718
LVA 33.3744520 33.6197832
NLD 944.1891804 955.7600624
POL 2917.004318 2917.140953
PRT 247.0398965 245.9523801
ROU 1256.064574 1275.008612
SVK 107.4353550 108.9288201
SVN 56.4051313 55.7476456
SWE 5607.683408 5685.995714
"""
# Latvia's 2030 and 2035, which the gathered table leaves blank: growth, ageing.
LATVIA = {2030: (1.3165, 16.4456), 2035: (1.4760, 16.3526)}
# Stock-flow adjustment after the forecast, % of GDP: plans of Finland and Greece, balance of Luxembourg's pensions.
STOCK_FLOW = {
    "FIN": (2027, (1.4, 1.4, 1.0, 1.1, 1.5, 1.5, 1.4, 1.2, 1.1, 0.9, 0.8, 0.6, 0.5, 0.3, 0.2)),
    "GRC": (2027, (-0.9, -1.0, -1.0, -1.0, -1.1, -1.1, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2)),
    "LUX": (2027, (-0.1965, -0.3001, -0.4267, -0.5878, -0.7486, -0.9061, -1.0616, -1.2123)),
}
LUXEMBOURG_ENDS = 2048  # linearly to zero at T+24


def add_paths(sheet: Sheet) -> None:
    """Rows of potential growth, ageing cost, revenue, output gap and stock-flow adjustment."""
    origin = sheet.origin(
        "dsa-2025-10-path",
        "2025-10",
        "2025-10-31",
        "EU debt sustainability inputs, October 2025",
        f"{REPOSITORY}@8f9668b82dcf4aadf2e709f305393e965fc1309e:data/InputData/deterministic_data_2025_10.csv",
        "public repository under the MIT licence; official figures behind it; no market columns taken",
        "chosen years transcribed from a stored copy, rounded to four decimals; published: month of the edition, its "
        "last day taken",
    )
    for line in PATHS.strip().splitlines():
        ally, rest = line.split(" ", 1)
        parts = [[float(x) for x in part.split()] for part in rest.split("|")]
        for name, years, values in zip(
            ("potential_growth", "ageing_cost", "pension_tax_property_income"),
            (GROWTH_YEARS, AGEING_YEARS, REVENUE_YEARS),
            parts,
            strict=True,
        ):
            for year, value in zip(years, values, strict=True):
                sheet.add(ally, year, name, value, "forecast", origin)
    for year, pair in LATVIA.items():
        for name, value in zip(("potential_growth", "ageing_cost"), pair, strict=True):
            sheet.add("LVA", year, name, value, "forecast", origin)
    for line in OUTPUT.strip().splitlines():
        ally, real, possible = line.split()
        gap = round((float(real) / float(possible) - 1) * 100, 4)
        sheet.add(ally, 2026, "output_gap_dsa", gap, "forecast", origin, note="real over potential GDP, less one")
    _stock_flow(sheet, origin)


def _stock_flow(sheet: Sheet, path: str) -> None:
    plans = sheet.origin(
        "dsa-plans-2024",
        "2025-10",
        "2025-10-31",
        "medium-term fiscal-structural plans of 2024, stock-flow adjustment",
        f"{REPOSITORY}@1434c57e18453d8e0e2245998fbe79e37bacc79d:code/classes/DsaModelClass.py",
        "public repository under the MIT licence; official figures behind it",
        "as the replication holds them; day of the inputs taken; the plans themselves were not opened",
    )
    for ally, (first, values) in STOCK_FLOW.items():
        for year, value in enumerate(values, first):
            sheet.add(ally, year, "stock_flow_planned", value, "plan", path if ally == "LUX" else plans)
    sheet.add("LUX", LUXEMBOURG_ENDS, "stock_flow_planned", 0.0, "plan", path, note="end of the method's own fade-out")
