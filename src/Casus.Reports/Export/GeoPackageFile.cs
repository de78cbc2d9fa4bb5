using System.Collections.Immutable;
using Casus.Core.Facts;
using Microsoft.Data.Sqlite;

namespace Casus.Reports.Export;

/// <summary>
/// A layer of a GeoPackage: its table, the kind of its geometry, what it holds, and its columns after fid and geom.
/// </summary>
internal sealed record LayerDefinition(
    string Name,
    string Geometry,
    string Description,
    ImmutableArray<(string Name, FieldKind Kind)> Fields
);

/// <summary>
/// A GeoPackage 1.3 (OGC 12-128r18) that is being written: the tables that the standard asks for, and layers. It keeps
/// nothing in memory. A disk that is full is an <see cref="IOException"/>, as it is for any other file.
/// </summary>
internal sealed class GeoPackageFile : IDisposable
{
    private const string Schema = """
        PRAGMA application_id = 1196444487;
        PRAGMA user_version = 10300;
        PRAGMA journal_mode = OFF;
        PRAGMA synchronous = OFF;
        CREATE TABLE gpkg_spatial_ref_sys (
          srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
          organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
        CREATE TABLE gpkg_contents (
          table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
          last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
          min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
          CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
        CREATE TABLE gpkg_geometry_columns (
          table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
          z TINYINT NOT NULL, m TINYINT NOT NULL,
          CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
          CONSTRAINT uk_gc_table_name UNIQUE (table_name),
          CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
          CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
        INSERT INTO gpkg_spatial_ref_sys VALUES
          ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL),
          ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL),
          ('WGS 84 geodetic', 4326, 'EPSG', 4326,
           'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
           'longitude and latitude, degrees');
        """;

    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly string changed;

    /// <param name="changed">ISO 8601 with milliseconds: stated, so that the same run gives the same file.</param>
    public GeoPackageFile(string path, string changed)
    {
        this.changed = changed;
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false };
        connection = new SqliteConnection(settings.ConnectionString);
        Guard(() =>
        {
            connection.Open();
            Execute(Schema);
        });
        transaction = connection.BeginTransaction();
    }

    public GeoPackageLayer Layer(LayerDefinition definition)
    {
        Guard(() =>
        {
            var columns = definition.Fields.Select(field => $"{Quoted(field.Name)} {TypeOf(field.Kind)}");
            Execute(
                $"CREATE TABLE {Quoted(definition.Name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "
                    + $"geom {definition.Geometry}, {string.Join(", ", columns)})"
            );
            Execute(
                "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) "
                    + "VALUES ($table, 'features', $table, $description, $changed, 4326)",
                ("$table", definition.Name),
                ("$description", definition.Description),
                ("$changed", changed)
            );
            Execute(
                "INSERT INTO gpkg_geometry_columns VALUES ($table, 'geom', $geometry, 4326, 0, 0)",
                ("$table", definition.Name),
                ("$geometry", definition.Geometry)
            );
        });
        return new GeoPackageLayer(this, definition);
    }

    public void Finish() => Guard(transaction.Commit);

    /// <summary>What was not finished is rolled back, and is of no use.</summary>
    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }

    internal static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    internal SqliteCommand Command(string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    internal void StateBounds(string layer, GeoBounds bounds) =>
        Guard(() =>
            Execute(
                "UPDATE gpkg_contents SET min_x = $west, min_y = $south, max_x = $east, max_y = $north WHERE table_name = $table",
                ("$west", bounds.West),
                ("$south", bounds.South),
                ("$east", bounds.East),
                ("$north", bounds.North),
                ("$table", layer)
            )
        );

    /// <summary>What SQLite says when the disk is full, or the file cannot be written, in the words of files.</summary>
    internal static void Guard(Action write)
    {
        const int Full = 13;
        const int Failed = 10;
        const int CannotOpen = 14;
        const int ReadOnly = 8;
        try
        {
            write();
        }
        catch (SqliteException refusal) when (refusal.SqliteErrorCode is Full or Failed or CannotOpen or ReadOnly)
        {
            throw new IOException(
                refusal.SqliteErrorCode == Full ? "no space left for the GeoPackage" : refusal.Message,
                refusal
            );
        }
    }

    private void Execute(string text, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Command(text);
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }
        command.ExecuteNonQuery();
    }

    private static string TypeOf(FieldKind kind) =>
        kind switch
        {
            FieldKind.Integer => "INTEGER",
            FieldKind.Real => "REAL",
            _ => "TEXT",
        };
}

/// <summary>The least and greatest of what a layer holds, degrees.</summary>
internal readonly record struct GeoBounds(double West, double South, double East, double North)
{
    public static GeoBounds Nothing { get; } =
        new(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    public bool IsNothing => West > East;

    public GeoBounds With(GeoPoint point) =>
        new(
            Math.Min(West, point.Longitude),
            Math.Min(South, point.Latitude),
            Math.Max(East, point.Longitude),
            Math.Max(North, point.Latitude)
        );
}
