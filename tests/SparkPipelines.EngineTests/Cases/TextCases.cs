using SparkPipelines.EngineTests.Harness;
using static SparkPipelines.EngineTests.Cases.CaseOf;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.EngineTests.Cases;

internal static class TextCases
{
    public static IEnumerable<EngineCase> All =>
    [
        Select("text.length", Tables.Texts, t => [Length(t["t"]), CharLength(t["t"]), OctetLength(t["t"]), BitLength(t["t"])]),
        Select("text.case", Tables.Texts, t => [Upper(t["t"]), Lower(t["t"]), InitCap(t["t"])]),
        Select("text.trim", Tables.Texts, t => [Trim(t["t"]), Ltrim(t["t"]), Rtrim(t["t"])]),
        Expressions("text.trim of blanks alone", Tables.Blanks, "trim(t)", "ltrim(t)", "rtrim(t)", "trim(concat(t, ' '))", "length(trim(t))", "trim(' ')", "trim(both from t)"),
        Expressions("text.trim of", Tables.Texts, "trim(both 'a' from t)", "trim(leading 'aH' from t)", "trim(trailing 'Ad' from t)", "btrim(t)", "btrim(t, 'aA')"),
        Select("text.pad", Tables.Texts, t => [Lpad(t["t"], 8, "*-"), Rpad(t["t"], 3, "."), Lpad(t["t"], 0, "x")]),
        Select("text.concat", Tables.Texts, t => [Concat(t["t"], t["u"]), ConcatWs("-", t["t"], t["u"], t["n"].Cast("string"))]),
        Select("text.substring", Tables.Texts, t => [Substring(t["t"], 2, 3), Substring(t["t"], -3, 2), Substring(t["t"], 0, 2), t["t"].SubStr(1, 1)]),
        Expressions("text.substring forms", Tables.Texts, "substring(t from 2 for 2)", "substr(t, 3)", "left(t, 2)", "right(t, 2)", "substring(t, n)"),
        Select("text.substring_index", Tables.Texts, t => [SubstringIndex(t["t"], ",", 2), SubstringIndex(t["t"], ",", -2), SubstringIndex(t["t"], " ", 1)]),
        Select("text.instr and locate", Tables.Texts, t => [Instr(t["t"], "l"), Locate("l", t["t"]), Locate("l", t["t"], 4), Locate("", t["t"])]),
        Select("text.replace", Tables.Texts, t => [Replace(t["t"], Lit("a"), Lit("_")), Translate(t["t"], "abl", "12")]),
        Select("text.regexp_replace", Tables.Texts, t => [RegexpReplace(t["t"], "[a-z]+", "#"), RegexpReplace(t["t"], "(\\w)(\\w)", "$2$1")]),
        Select("text.regexp_extract", Tables.Texts, t => [RegexpExtract(t["t"], "(\\w+) (\\w+)", 2), RegexpExtract(t["t"], "\\d+", 0)]),
        Select("text.like", Tables.Texts, t => [t["t"].Like("%a%"), t["t"].Like("_23"), t["t"].ILike("hello%"), t["t"].RLike("^[a-z,]+$")]),
        Expressions("text.like escape", Tables.Texts, "t like '50\\\\%%'", "t like '50!%%' escape '!'", "t not like '%o%'"),
        Select("text.contains", Tables.Texts, t => [t["t"].Contains(t["u"]), t["t"].StartsWith("a"), t["t"].EndsWith("d"), Contains(t["t"], Lit(""))]),
        Select("text.split", Tables.Texts, t => [Split(t["t"], ","), Split(t["t"], "", 3), Split(t["t"], "[ ,]", -1)]),
        Expressions("text.split_part", Tables.Texts, "split_part(t, ',', 1)", "split_part(t, ',', -1)", "split_part(t, ' ', 2)"),
        Select("text.reverse and repeat", Tables.Texts, t => [Reverse(t["t"]), Repeat(t["t"], 2), Repeat(t["u"], 0)]),
        Select("text.ascii and chr", Tables.Texts, t => [Ascii(t["t"]), Ascii(t["u"])]),
        Expressions("text.char", Tables.Moderate, "chr(i)", "char(65 + b)"),
        Select("text.hashes", Tables.Texts, t => [Md5(t["t"]), Sha1(t["t"]), Sha2(t["t"], 256), Crc32(t["t"])]),
        Select("text.xxhash64 and hash", Tables.Texts, t => [XXHash64(t["t"]), Hash(t["t"]), XXHash64(t["n"], t["t"])]),
        Select("text.xxhash64 numbers", Tables.Numbers, t => [XXHash64(t["b"], t["s"]), XXHash64(t["i"]), XXHash64(t["l"]), XXHash64(t["f"]), XXHash64(t["d"]), XXHash64(t["m"])]),
        Select("text.hash numbers", Tables.Numbers, t => [Hash(t["b"], t["s"]), Hash(t["i"]), Hash(t["l"]), Hash(t["f"]), Hash(t["d"]), Hash(t["m"])]),
        Select("text.hash times", Tables.Times, t => [Hash(t["d"]), Hash(t["ts"]), Hash(t["n"]), XXHash64(t["d"]), XXHash64(t["ts"]), XXHash64(t["n"])]),
        Select("text.hash nested", Tables.Lists, t => [Hash(t["a"]), Hash(t["s"]), Hash(t["r"]), XXHash64(t["a"]), XXHash64(t["s"]), XXHash64(t["r"]), XXHash64(t["a"], t["r"], t["id"])]),
        Constants("text.hash of structs in lists", "hash(array(named_struct('x', 1, 'y', array('a', null, ''))), null, true)", "xxhash64(array(named_struct('x', 1, 'y', array('a', null, ''))), null, true)"),
        Constants("text.hash wide decimals", "hash(cast(-1.5 as decimal(38, 10)), cast(0 as decimal(20, 0)))", "xxhash64(cast(-12345678901234567890.5 as decimal(38, 10)), cast(128 as decimal(20, 0)))", "xxhash64(cast(null as decimal(30, 2)))"),
        Constants("text.hash intervals and bytes", "hash(interval '1' day, interval '2' month, X'00ff80')", "xxhash64(interval '1' day, interval '2' month, X'00ff80')", "xxhash64(repeat('abcdefg', 13))", "hash(repeat('abcdefg', 13))"),
        Constants("text.hash of a map", "xxhash64(map('a', 1))"),
        Select("text.base64", Tables.Texts, t => [Base64(t["t"].Cast("binary")), Unbase64(Base64(t["t"].Cast("binary"))), Hex(t["t"]), Unhex(Hex(t["t"]))]),
        Select("text.encode", Tables.Texts, t => [Encode(t["t"], "UTF-8"), Decode(Encode(t["t"], "UTF-16BE"), "UTF-16BE")]),
        Select("text.levenshtein", Tables.Texts, t => [Levenshtein(t["t"], t["u"]), Soundex(t["t"])]),
        Select("text.overlay", Tables.Texts, t => [Overlay(t["t"], Lit("##"), Lit(2)), Overlay(t["t"], Lit("##"), Lit(2), Lit(4))]),
        Select("text.format", Tables.Moderate, t => [FormatNumber(t["d"], 2), FormatNumber(t["l"], 0), FormatString("%05d|%s", t["i"], t["b"])]),
        Expressions("text.find_in_set and elt", Tables.Texts, "find_in_set('b', t)", "elt(2, t, u)", "space(3)", "position('l' in t)"),
        Expressions("text.try casts", Tables.Texts, "try_cast(t as int)", "try_cast(t as double)", "try_cast(t as date)", "try_cast(t as boolean)"),
        Expressions("text.regexp_extract_all", Tables.Texts, "regexp_extract_all(t, '([a-z])([a-z])')", "regexp_extract_all(t, '([a-z])([a-z])', 0)", "regexp_extract_all(t, '([a-z])([a-z])', 2)", "regexp_extract_all(t, 'l', 0)"),
        Constants("text.regexp_extract_all beyond", "regexp_extract_all('abc', '(b)', 2)"),
        Expressions("text.regexp_instr", Tables.Texts, "regexp_instr(t, '[a-z]+')", "regexp_instr(t, 'smile', 0)", "regexp_instr(t, u)"),
        Expressions("text.url", Tables.Texts, "url_encode(t)", "url_decode(url_encode(t))", "try_url_decode(t)", "url_decode('a+b%C3%A4%2f')").From(4, 0),
        Constants("text.url_decode malformed", "url_decode('http%3A%2F%2spark.apache.org')"),
        Expressions("text.mask", Tables.Texts, "mask(t)", "mask(t, 'Q')", "mask(t, 'Q', 'q', 'd', '*')", "mask(t, null, 'q', null)"),
        Expressions("text.quote and luhn_check", Tables.Texts, "quote(t)", "luhn_check(t)", "luhn_check('79927398713')", "luhn_check('8112189876')", "luhn_check('8112189875')", "luhn_check('')", "quote('a')", "url_encode('a')", "try_url_decode('%zz')").From(4, 1),
        Expressions("text.str_to_map", Tables.Texts, "str_to_map(t, ';', 'o')", "str_to_map('a:1,b:2,c')", "str_to_map('a=1&b=', '&', '=')", "str_to_map('a:1:2,b')"),
        Constants("text.str_to_map twice", "str_to_map('a:1,a:2')"),
    ];
}
