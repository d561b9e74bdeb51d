using SparkPipelines.Sql;
using SparkPipelines.Sql.Types;
using static SparkPipelines.Sql.Functions;

namespace SparkPipelines.SparkTests.Relations.Cases;

/// <summary>What the catalog is asked and told.</summary>
internal static class CatalogCases
{
    private const string NoSql = "SQL has no question for it.";

    public static IEnumerable<RelationCase> All =>
    [
        new("Catalog.CurrentCatalog: the session's own", p => p.Spark.Catalog.CurrentCatalog(), "SELECT current_catalog()", "[spark_catalog]"),
        new RelationCase("Catalog.SetCurrentCatalog: the one that is there", p =>
        {
            p.Spark.Catalog.SetCurrentCatalog("spark_catalog");
            return p.Spark.Catalog.CurrentCatalog();
        }, "SELECT current_catalog()", "[spark_catalog]").Alone(),
        new("Catalog.ListCatalogs: those in use", p => p.Spark.Catalog.ListCatalogs("spark*").Select("name"), "SELECT 'spark_catalog' AS name", "[spark_catalog]"),
        new("Catalog.CurrentDatabase: at first", p => p.Spark.Catalog.CurrentDatabase(), "SELECT current_database()", "[default]"),
        new RelationCase("Catalog.SetCurrentDatabase: another", p =>
        {
            p.Spark.Catalog.SetCurrentDatabase(p.Db);
            return p.Spark.Catalog.CurrentDatabase();
        }, "SELECT current_database()", "[{db}]").Alone(),
        new("Catalog.SetCurrentDatabase: one that is not there", p =>
        {
            p.Spark.Catalog.SetCurrentDatabase("nowhere");
            return null;
        }, "USE DATABASE nowhere", "!SCHEMA_NOT_FOUND"),
        new("Catalog.ListDatabases: by a pattern", p => p.Spark.Catalog.ListDatabases($"{p.Db}|none*").Select(Col("name").As("namespace")), "SHOW DATABASES LIKE '{db}'", "[{db}]"),
        new("Catalog.GetDatabase: its place", p => p.Spark.Catalog.GetDatabase(p.Db).LocationUri, "SELECT 'file:{folder}/db'", "[file:{folder}/db]"),
        new("Catalog.DatabaseExists: one that is and one that is not", p => $"{p.Spark.Catalog.DatabaseExists(p.Db)} {p.Spark.Catalog.DatabaseExists("nowhere")}", "SELECT 'True False'", "[True False]"),
        new("Catalog.ListTables: of a database, by a pattern", p =>
        {
            p.NewTable("listed", "SELECT 1 AS x");
            return p.Spark.Catalog.ListTables(p.Db, "listed*").Select(Col("namespace")[0].As("namespace"), Col("name").As("tableName"), Col("isTemporary"));
        }, "SHOW TABLES IN {db} LIKE 'listed*'", "[{db},listed,false]"),
        new RelationCase("Catalog.ListTables: of the session's database, views too", p => p.Spark.Catalog.ListTables().Where("isTemporary").Select("name", "tableType"),
            "SELECT tableName AS name, 'TEMPORARY' AS tableType FROM VALUES ('pay'), ('people') AS t(tableName)", "[pay,TEMPORARY] [people,TEMPORARY]").Alone(),
        new("Catalog.GetTable: of a database", p =>
        {
            var table = p.Spark.Catalog.GetTable(p.NewTable("got", "SELECT 1 AS x"));
            return $"{table.Name} {table.Catalog} {table.Database} {table.TableType} {table.IsTemporary}";
        }, "SELECT 'got spark_catalog {db} MANAGED False'", "[got spark_catalog {db} MANAGED False]"),
        new("Catalog.TableExists: one that is and one that is not", p => $"{p.Spark.Catalog.TableExists("people")} {p.Spark.Catalog.TableExists(p.Db, "none")}", "SELECT 'True False'", "[True False]"),
        new("Catalog.ListColumns: of a partitioned table", p =>
        {
            p.Sql($"CREATE TABLE {p.Db}.columns (a INT COMMENT 'first', p STRING) USING parquet PARTITIONED BY (p)");
            return p.Spark.Catalog.ListColumns($"{p.Db}.columns").Select("name", "description", "dataType", "nullable", "isPartition");
        }, "SELECT * FROM VALUES ('a', 'first', 'int', true, false), ('p', NULL, 'string', true, true) AS t(name, description, dataType, nullable, isPartition)",
            "[a,first,int,true,false] [p,null,string,true,true]"),
        new("Catalog.ListFunctions: a built-in one", p => p.Spark.Catalog.ListFunctions().Where("name = 'upper'").Select(Col("name").As("function")).Distinct(), "SHOW SYSTEM FUNCTIONS LIKE 'upper'", "[upper]"),
        new("Catalog.GetFunction: a built-in one", p => p.Spark.Catalog.GetFunction("upper").ClassName, "SELECT 'org.apache.spark.sql.catalyst.expressions.Upper'", "[org.apache.spark.sql.catalyst.expressions.Upper]"),
        new("Catalog.FunctionExists: one that is and one that is not", p => $"{p.Spark.Catalog.FunctionExists("upper")} {p.Spark.Catalog.FunctionExists("none")}", "SELECT 'True False'", "[True False]"),
        new("Catalog.CreateTable: with a schema and a description", p =>
        {
            var created = p.Spark.Catalog.CreateTable($"{p.Db}.created", "parquet", StructType.FromDDL("a INT, b STRING"), "made here", new Dictionary<string, string>());
            p.Sql($"INSERT INTO {p.Db}.created VALUES (1, 'x')");
            return $"{string.Join(' ', created.Collect())} {p.Spark.Catalog.GetTable($"{p.Db}.created").Description}";
        }, "SELECT '[1,x] made here'", "[[1,x] made here]"),
        new("Catalog.CreateExternalTable: over files", p =>
        {
            p.Spark.Range(3).Write().Parquet($"{p.Folder}/external");
            return p.Spark.Catalog.CreateExternalTable($"{p.Db}.external", $"{p.Folder}/external", "parquet");
        }, "SELECT * FROM parquet.`{folder}/external`", "[0] [1] [2]"),
        new("Catalog.DropTempView: one that is, then is not", p =>
        {
            p.Spark.Range(1).CreateTempView("dropped");
            return $"{p.Spark.Catalog.DropTempView("dropped")} {p.Spark.Catalog.DropTempView("dropped")}";
        }, "SELECT 'True False'", "[True False]"),
        new("Catalog.DropGlobalTempView: one that is, then is not", p =>
        {
            p.Spark.Range(1).CreateGlobalTempView($"g_{p.Db}");
            return $"{p.Spark.Catalog.DropGlobalTempView($"g_{p.Db}")} {p.Spark.Catalog.DropGlobalTempView($"g_{p.Db}")}";
        }, "SELECT 'True False'", "[True False]"),
        new("Catalog.RecoverPartitions: finds what was written beside it", p =>
        {
            p.Sql($"CREATE TABLE {p.Db}.recovered (a BIGINT, p INT) USING parquet PARTITIONED BY (p) LOCATION '{p.Folder}/recovered'");
            p.Spark.Range(2).Write().Parquet($"{p.Folder}/recovered/p=5");
            var before = p.Spark.Table($"{p.Db}.recovered").Count();
            p.Spark.Catalog.RecoverPartitions($"{p.Db}.recovered");
            return $"{before} {string.Join(' ', p.Sql($"SHOW PARTITIONS {p.Db}.recovered").Collect())}";
        }, "SELECT '0 [p=5]'", "[0 [p=5]]"),
        new RelationCase("Catalog.CacheTable: kept, with a level", p =>
        {
            p.Spark.Catalog.CacheTable("people", StorageLevel.MEMORY_ONLY);
            return p.Spark.Table("people").StorageLevel().ToString();
        }, "SELECT 'Memory Deserialized 1x Replicated'", "[Memory Deserialized 1x Replicated]").Alone(),
        new RelationCase("Catalog.IsCached: before, while kept and after", p =>
        {
            var before = p.Spark.Catalog.IsCached("pay");
            p.Sql("CACHE TABLE pay");
            var kept = p.Spark.Catalog.IsCached("pay");
            p.Sql("UNCACHE TABLE pay");
            return $"{before} {kept} {p.Spark.Catalog.IsCached("pay")}";
        }, "SELECT 'False True False'", "[False True False]").Alone(),
        new RelationCase("Catalog.UncacheTable: kept no longer", p =>
        {
            p.Spark.Catalog.CacheTable("pay");
            p.Spark.Catalog.UncacheTable("pay");
            return p.Spark.Catalog.IsCached("pay");
        }, "SELECT false", "[false]").Alone(),
        new("Catalog.RefreshTable: files written past the catalog", p =>
        {
            p.Sql($"CREATE TABLE {p.Db}.refreshed (id BIGINT) USING parquet LOCATION '{p.Folder}/refreshed'");
            p.Spark.Range(1).Write().Mode("append").Parquet($"{p.Folder}/refreshed");
            var before = p.Spark.Table($"{p.Db}.refreshed").Count();
            p.Spark.Range(2).Write().Mode("append").Parquet($"{p.Folder}/refreshed");
            p.Spark.Catalog.RefreshTable($"{p.Db}.refreshed");
            return $"{before} {p.Spark.Table($"{p.Db}.refreshed").Count()}";
        }, "SELECT '1 3'", "[1 3]"),
        new("Catalog.RefreshByPath: files below it", p =>
        {
            var path = $"{p.Folder}/by-path";
            p.Spark.Range(1).Write().Parquet(path);
            var before = p.Spark.Read().Parquet(path).Count();
            p.Spark.Range(1).Write().Mode("append").Parquet(path);
            p.Spark.Catalog.RefreshByPath(path);
            return $"{before} {p.Spark.Read().Parquet(path).Count()}";
        }, "SELECT '1 2'", "[1 2]"),
        new RelationCase("Catalog.DropTable: and where there is none", p =>
        {
            p.Spark.Catalog.DropTable(p.NewTable("gone", "SELECT 1 AS x"));
            p.Spark.Catalog.DropTable($"{p.Db}.gone", ifExists: true);
            return p.Spark.Catalog.TableExists(p.Db, "gone");
        }, "SELECT false", "[false]").From(4, 2),
        new RelationCase("Catalog.DropView: one of the database", p =>
        {
            p.Sql($"CREATE VIEW {p.Db}.v1 AS SELECT 1 AS x");
            p.Spark.Catalog.DropView($"{p.Db}.v1");
            return p.Spark.Catalog.TableExists(p.Db, "v1");
        }, "SELECT false", "[false]").From(4, 2),
        new RelationCase("Catalog.CreateDatabase: twice, with properties", p =>
        {
            p.Spark.Catalog.CreateDatabase($"{p.Db}_more", properties: new Dictionary<string, string> { ["comment"] = "made here" });
            p.Spark.Catalog.CreateDatabase($"{p.Db}_more", ifNotExists: true);
            var description = p.Spark.Catalog.GetDatabase($"{p.Db}_more").Description;
            p.Sql($"DROP DATABASE {p.Db}_more");
            return description;
        }, "SELECT 'made here'", "[made here]").From(4, 2),
        new RelationCase("Catalog.DropDatabase: with a table in it", p =>
        {
            p.Sql($"CREATE DATABASE {p.Db}_full");
            p.Sql($"CREATE TABLE {p.Db}_full.t (x INT) USING parquet");
            p.Spark.Catalog.DropDatabase($"{p.Db}_full", cascade: true);
            return p.Spark.Catalog.DatabaseExists($"{p.Db}_full");
        }, "SELECT false", "[false]").From(4, 2),
        new RelationCase("Catalog.ListPartitions: of a table", p =>
        {
            p.Sql($"CREATE TABLE {p.Db}.parts USING parquet PARTITIONED BY (p) AS SELECT 1 AS a, 'x' AS p UNION ALL SELECT 2, 'y'");
            return p.Spark.Catalog.ListPartitions($"{p.Db}.parts");
        }, "SHOW PARTITIONS {db}.parts", "[p=x] [p=y]").From(4, 2),
        new RelationCase("Catalog.ListViews: of a database", p =>
        {
            p.Sql($"CREATE VIEW {p.Db}.v2 AS SELECT 1 AS x");
            return p.Spark.Catalog.ListViews(p.Db, "v2").Where("NOT isTemporary").Select("name");
        }, "SELECT 'v2' AS name", "[v2]").From(4, 2),
        new RelationCase("Catalog.GetTableProperties: those set", p =>
        {
            p.Sql($"CREATE TABLE {p.Db}.properties (x INT) USING parquet TBLPROPERTIES ('kept_by' = 'é')");
            return p.Spark.Catalog.GetTableProperties($"{p.Db}.properties");
        }, "SHOW TBLPROPERTIES {db}.properties", "[kept_by,é]").From(4, 2),
        new RelationCase("Catalog.GetCreateTableString: as SHOW CREATE TABLE", p => p.Spark.Catalog.GetCreateTableString(p.NewTable("shown", "SELECT 1 AS x")),
            "SHOW CREATE TABLE {db}.shown", "[CREATE TABLE spark_catalog.{db}.shown (\n  x INT)\nUSING parquet\n]").From(4, 2),
        new RelationCase("Catalog.TruncateTable: the rows go, the table stays", p =>
        {
            p.Spark.Catalog.TruncateTable(p.NewTable("emptied", "SELECT 1 AS x"));
            return p.Spark.Table($"{p.Db}.emptied").Count();
        }, "SELECT 0", "[0]").From(4, 2),
        RelationCase.WithoutSql("Catalog.AnalyzeTable: rows are counted", NoSql, p =>
        {
            p.Spark.Catalog.AnalyzeTable(p.NewTable("analysed", "SELECT * FROM range(3)"));
            return p.Sql($"DESCRIBE EXTENDED {p.Db}.analysed").Where("col_name = 'Statistics'").Select(RegexpExtract(Col("data_type"), "(\\d+) rows", 1).As("rows"));
        }, "[3]").From(4, 2),
    ];
}
