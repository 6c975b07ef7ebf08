using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GraphNews.Storage.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ApiKeys",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    SecretHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastUsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Changes",
                columns: table => new
                {
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Actor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Changes", x => x.Version);
                });

            migrationBuilder.CreateTable(
                name: "Graph",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    NextNodeId = table.Column<long>(type: "bigint", nullable: false),
                    FoldingVersion = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Graph", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportedSources",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportedSources", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Nodes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    CanonicalId = table.Column<long>(type: "bigint", nullable: false),
                    CreatedVersion = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedVersion = table.Column<long>(type: "bigint", nullable: false),
                    RetractedVersion = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Nodes_Nodes_CanonicalId",
                        column: x => x.CanonicalId,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ImportRuns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    SourceId = table.Column<int>(type: "integer", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    FirstFreeId = table.Column<long>(type: "bigint", nullable: false),
                    LastKeptId = table.Column<long>(type: "bigint", nullable: false),
                    Created = table.Column<int>(type: "integer", nullable: false),
                    Updated = table.Column<int>(type: "integer", nullable: false),
                    Unchanged = table.Column<int>(type: "integer", nullable: false),
                    Claimed = table.Column<int>(type: "integer", nullable: false),
                    Vanished = table.Column<int>(type: "integer", nullable: false),
                    Retracted = table.Column<int>(type: "integer", nullable: false),
                    Rejected = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportRuns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportRuns_ImportedSources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "ImportedSources",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ChangeEntries",
                columns: table => new
                {
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    NodeId = table.Column<long>(type: "bigint", nullable: false),
                    Table = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    RowId = table.Column<long>(type: "bigint", nullable: false),
                    Field = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    OldValue = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    NewValue = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeEntries", x => new { x.Version, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_ChangeEntries_Changes_Version",
                        column: x => x.Version,
                        principalTable: "Changes",
                        principalColumn: "Version");
                    table.ForeignKey(
                        name: "FK_ChangeEntries_Nodes_NodeId",
                        column: x => x.NodeId,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Countries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false, collation: "C"),
                    Alpha3 = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    Numeric = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true),
                    Slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SortName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Countries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Countries_Nodes_Id",
                        column: x => x.Id,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Disputes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    SubjectId = table.Column<long>(type: "bigint", nullable: false),
                    Field = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Accepted = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Disputes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Disputes_Nodes_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "IdempotencyKeys",
                columns: table => new
                {
                    Actor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    InputHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Field = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    NodeId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotencyKeys", x => new { x.Actor, x.Key });
                    table.ForeignKey(
                        name: "FK_IdempotencyKeys_Nodes_NodeId",
                        column: x => x.NodeId,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Identifiers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    SubjectId = table.Column<long>(type: "bigint", nullable: false),
                    Scheme = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Identifiers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Identifiers_Nodes_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Merges",
                columns: table => new
                {
                    LoserId = table.Column<long>(type: "bigint", nullable: false),
                    WinnerId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Merges", x => x.LoserId);
                    table.ForeignKey(
                        name: "FK_Merges_Nodes_LoserId",
                        column: x => x.LoserId,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Merges_Nodes_WinnerId",
                        column: x => x.WinnerId,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "MovedReferences",
                columns: table => new
                {
                    Table = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    RowId = table.Column<long>(type: "bigint", nullable: false),
                    Field = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    AssertedId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MovedReferences", x => new { x.Table, x.RowId, x.Field });
                    table.ForeignKey(
                        name: "FK_MovedReferences_Nodes_AssertedId",
                        column: x => x.AssertedId,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Names",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    SubjectId = table.Column<long>(type: "bigint", nullable: false),
                    Value = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false, collation: "C"),
                    Script = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Folded = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false, collation: "C"),
                    Loose = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false, collation: "C"),
                    Skeleton = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false, collation: "C"),
                    SkeletonStart = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false, collation: "C"),
                    SkeletonEnd = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false, collation: "C"),
                    FoldingVersion = table.Column<int>(type: "integer", nullable: false),
                    ValidFrom_Earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidFrom_Latest = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidFrom_Text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    ValidUntil_Earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil_Latest = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil_Text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true),
                    StatedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Names", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Names_Nodes_Id",
                        column: x => x.Id,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Names_Nodes_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Occasions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Ends_Earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    Ends_Latest = table.Column<DateOnly>(type: "date", nullable: false),
                    Ends_Text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Starts_Earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    Starts_Latest = table.Column<DateOnly>(type: "date", nullable: false),
                    Starts_Text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true),
                    Slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SortName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Occasions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Occasions_Nodes_Id",
                        column: x => x.Id,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Slugs",
                columns: table => new
                {
                    Value = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    NodeId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Slugs", x => x.Value);
                    table.ForeignKey(
                        name: "FK_Slugs_Nodes_NodeId",
                        column: x => x.NodeId,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Texts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    SubjectId = table.Column<long>(type: "bigint", nullable: false),
                    Field = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Texts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Texts_Nodes_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Topics",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    BroaderId = table.Column<long>(type: "bigint", nullable: true),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true),
                    Slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SortName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Topics", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Topics_Nodes_Id",
                        column: x => x.Id,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Topics_Topics_BroaderId",
                        column: x => x.BroaderId,
                        principalTable: "Topics",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ImportedRecords",
                columns: table => new
                {
                    SourceId = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    NodeId = table.Column<long>(type: "bigint", nullable: false),
                    ContentHash = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    RunId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportedRecords", x => new { x.SourceId, x.Key });
                    table.ForeignKey(
                        name: "FK_ImportedRecords_ImportRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "ImportRuns",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ImportedRecords_ImportedSources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "ImportedSources",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ImportedRecords_Nodes_NodeId",
                        column: x => x.NodeId,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Agencies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    CountryId = table.Column<long>(type: "bigint", nullable: true),
                    ParentId = table.Column<long>(type: "bigint", nullable: true),
                    Dissolved_Earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    Dissolved_Latest = table.Column<DateOnly>(type: "date", nullable: false),
                    Dissolved_Text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Founded_Earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    Founded_Latest = table.Column<DateOnly>(type: "date", nullable: false),
                    Founded_Text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true),
                    Slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SortName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agencies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Agencies_Agencies_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Agencies",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Agencies_Countries_CountryId",
                        column: x => x.CountryId,
                        principalTable: "Countries",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Agencies_Nodes_Id",
                        column: x => x.Id,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Officials",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    CountryId = table.Column<long>(type: "bigint", nullable: true),
                    BirthDate_Earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    BirthDate_Latest = table.Column<DateOnly>(type: "date", nullable: false),
                    BirthDate_Text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    DeathDate_Earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    DeathDate_Latest = table.Column<DateOnly>(type: "date", nullable: false),
                    DeathDate_Text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true),
                    Slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SortName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Officials", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Officials_Countries_CountryId",
                        column: x => x.CountryId,
                        principalTable: "Countries",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Officials_Nodes_Id",
                        column: x => x.Id,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Places",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    CountryId = table.Column<long>(type: "bigint", nullable: true),
                    ParentId = table.Column<long>(type: "bigint", nullable: true),
                    Latitude = table.Column<double>(type: "double precision", nullable: true),
                    Longitude = table.Column<double>(type: "double precision", nullable: true),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true),
                    Slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SortName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Places", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Places_Countries_CountryId",
                        column: x => x.CountryId,
                        principalTable: "Countries",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Places_Nodes_Id",
                        column: x => x.Id,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Places_Places_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Places",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Publishers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Site = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    CountryId = table.Column<long>(type: "bigint", nullable: true),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true),
                    Slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SortName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Publishers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Publishers_Countries_CountryId",
                        column: x => x.CountryId,
                        principalTable: "Countries",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Publishers_Nodes_Id",
                        column: x => x.Id,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Claims",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    DisputeId = table.Column<long>(type: "bigint", nullable: false),
                    Value = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Claims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Claims_Disputes_DisputeId",
                        column: x => x.DisputeId,
                        principalTable: "Disputes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "AgencySuccessions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    PredecessorId = table.Column<long>(type: "bigint", nullable: false),
                    SuccessorId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Date_Earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    Date_Latest = table.Column<DateOnly>(type: "date", nullable: false),
                    Date_Text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true),
                    StatedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencySuccessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgencySuccessions_Agencies_PredecessorId",
                        column: x => x.PredecessorId,
                        principalTable: "Agencies",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_AgencySuccessions_Agencies_SuccessorId",
                        column: x => x.SuccessorId,
                        principalTable: "Agencies",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_AgencySuccessions_Nodes_Id",
                        column: x => x.Id,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Posts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: true),
                    Rank = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true),
                    Slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SortName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Posts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Posts_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Posts_Nodes_Id",
                        column: x => x.Id,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Meetings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    PlaceId = table.Column<long>(type: "bigint", nullable: true),
                    HostId = table.Column<long>(type: "bigint", nullable: true),
                    ParentId = table.Column<long>(type: "bigint", nullable: true),
                    Ends_Earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    Ends_Latest = table.Column<DateOnly>(type: "date", nullable: false),
                    Ends_Text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Starts_Earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    Starts_Latest = table.Column<DateOnly>(type: "date", nullable: false),
                    Starts_Text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true),
                    Slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SortName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meetings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Meetings_Agencies_HostId",
                        column: x => x.HostId,
                        principalTable: "Agencies",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Meetings_Meetings_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Meetings",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Meetings_Nodes_Id",
                        column: x => x.Id,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Meetings_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "OccasionPlaces",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    OccasionId = table.Column<long>(type: "bigint", nullable: false),
                    PlaceId = table.Column<long>(type: "bigint", nullable: false),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OccasionPlaces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OccasionPlaces_Occasions_OccasionId",
                        column: x => x.OccasionId,
                        principalTable: "Occasions",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_OccasionPlaces_Places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Places",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "SourceArticles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    Title = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    Language = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: true, collation: "C"),
                    PublisherId = table.Column<long>(type: "bigint", nullable: true),
                    Retrieved = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ContentHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    Published_Earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    Published_Latest = table.Column<DateOnly>(type: "date", nullable: false),
                    Published_Text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true),
                    Slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SortName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourceArticles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SourceArticles_Nodes_Id",
                        column: x => x.Id,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_SourceArticles_Publishers_PublisherId",
                        column: x => x.PublisherId,
                        principalTable: "Publishers",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Tenures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    OfficialId = table.Column<long>(type: "bigint", nullable: false),
                    PostId = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    AttestedFirst = table.Column<DateOnly>(type: "date", nullable: true),
                    AttestedLast = table.Column<DateOnly>(type: "date", nullable: true),
                    From_Earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    From_Latest = table.Column<DateOnly>(type: "date", nullable: false),
                    From_Text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Until_Earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    Until_Latest = table.Column<DateOnly>(type: "date", nullable: false),
                    Until_Text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true),
                    StatedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tenures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Tenures_Nodes_Id",
                        column: x => x.Id,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Tenures_Officials_OfficialId",
                        column: x => x.OfficialId,
                        principalTable: "Officials",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Tenures_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Agreements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    MeetingId = table.Column<long>(type: "bigint", nullable: true),
                    Announced_Earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    Announced_Latest = table.Column<DateOnly>(type: "date", nullable: false),
                    Announced_Text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Considered_Earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    Considered_Latest = table.Column<DateOnly>(type: "date", nullable: false),
                    Considered_Text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Ended_Earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    Ended_Latest = table.Column<DateOnly>(type: "date", nullable: false),
                    Ended_Text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    InForce_Earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    InForce_Latest = table.Column<DateOnly>(type: "date", nullable: false),
                    InForce_Text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Signed_Earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    Signed_Latest = table.Column<DateOnly>(type: "date", nullable: false),
                    Signed_Text = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true),
                    Slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    SortName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agreements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Agreements_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Agreements_Nodes_Id",
                        column: x => x.Id,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "MeetingOccasions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    OccasionId = table.Column<long>(type: "bigint", nullable: false),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingOccasions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingOccasions_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_MeetingOccasions_Occasions_OccasionId",
                        column: x => x.OccasionId,
                        principalTable: "Occasions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "MeetingTopics",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    TopicId = table.Column<long>(type: "bigint", nullable: false),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingTopics", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingTopics_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_MeetingTopics_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Participations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    OfficialId = table.Column<long>(type: "bigint", nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: true),
                    OnBehalfOfId = table.Column<long>(type: "bigint", nullable: true),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    NameAsWritten = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    TitleAsWritten = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true),
                    StatedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Participations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Participations_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Participations_Agencies_OnBehalfOfId",
                        column: x => x.OnBehalfOfId,
                        principalTable: "Agencies",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Participations_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Participations_Nodes_Id",
                        column: x => x.Id,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Participations_Officials_OfficialId",
                        column: x => x.OfficialId,
                        principalTable: "Officials",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Citations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    SubjectId = table.Column<long>(type: "bigint", nullable: false),
                    ArticleId = table.Column<long>(type: "bigint", nullable: false),
                    Quote = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    Start = table.Column<int>(type: "integer", nullable: true),
                    End = table.Column<int>(type: "integer", nullable: true),
                    Locator = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true, collation: "C"),
                    Field = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    Value = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    AssertedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Confidence = table.Column<double>(type: "double precision", nullable: true),
                    ClaimId = table.Column<long>(type: "bigint", nullable: true),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Citations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Citations_Claims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "Claims",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Citations_Nodes_Id",
                        column: x => x.Id,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Citations_Nodes_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Citations_SourceArticles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "SourceArticles",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "AgreementOccasions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    AgreementId = table.Column<long>(type: "bigint", nullable: false),
                    OccasionId = table.Column<long>(type: "bigint", nullable: false),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementOccasions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreementOccasions_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_AgreementOccasions_Occasions_OccasionId",
                        column: x => x.OccasionId,
                        principalTable: "Occasions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "AgreementParties",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    AgreementId = table.Column<long>(type: "bigint", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: true),
                    CountryId = table.Column<long>(type: "bigint", nullable: true),
                    SignatoryId = table.Column<long>(type: "bigint", nullable: true),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true),
                    StatedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementParties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreementParties_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_AgreementParties_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_AgreementParties_Countries_CountryId",
                        column: x => x.CountryId,
                        principalTable: "Countries",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_AgreementParties_Nodes_Id",
                        column: x => x.Id,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_AgreementParties_Officials_SignatoryId",
                        column: x => x.SignatoryId,
                        principalTable: "Officials",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "AgreementTopics",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    AgreementId = table.Column<long>(type: "bigint", nullable: false),
                    TopicId = table.Column<long>(type: "bigint", nullable: false),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementTopics", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreementTopics_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_AgreementTopics_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Capacities",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ParticipationId = table.Column<long>(type: "bigint", nullable: false),
                    PostId = table.Column<long>(type: "bigint", nullable: false),
                    TenureId = table.Column<long>(type: "bigint", nullable: true),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Capacities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Capacities_Participations_ParticipationId",
                        column: x => x.ParticipationId,
                        principalTable: "Participations",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Capacities_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Capacities_Tenures_TenureId",
                        column: x => x.TenureId,
                        principalTable: "Tenures",
                        principalColumn: "Id");
                });

            migrationBuilder.InsertData(
                table: "Graph",
                columns: new[] { "Id", "FoldingVersion", "NextNodeId", "Version" },
                values: new object[] { 1, 0, 1L, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_Agencies_CountryId_SortName_Id",
                table: "Agencies",
                columns: new[] { "CountryId", "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Agencies_HiddenSince",
                table: "Agencies",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Agencies_ParentId_SortName_Id",
                table: "Agencies",
                columns: new[] { "ParentId", "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Agencies_Slug",
                table: "Agencies",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Agencies_SortName_Id",
                table: "Agencies",
                columns: new[] { "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgencySuccessions_HiddenSince",
                table: "AgencySuccessions",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementOccasions_AgreementId_OccasionId_Id",
                table: "AgreementOccasions",
                columns: new[] { "AgreementId", "OccasionId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementOccasions_HiddenSince",
                table: "AgreementOccasions",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementOccasions_OccasionId_AgreementId_Id",
                table: "AgreementOccasions",
                columns: new[] { "OccasionId", "AgreementId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementParties_AgencyId_AgreementId_Id",
                table: "AgreementParties",
                columns: new[] { "AgencyId", "AgreementId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementParties_AgreementId_Id",
                table: "AgreementParties",
                columns: new[] { "AgreementId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementParties_CountryId_AgreementId_Id",
                table: "AgreementParties",
                columns: new[] { "CountryId", "AgreementId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementParties_HiddenSince",
                table: "AgreementParties",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementParties_SignatoryId_AgreementId_Id",
                table: "AgreementParties",
                columns: new[] { "SignatoryId", "AgreementId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_HiddenSince",
                table: "Agreements",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_MeetingId_SortName_Id",
                table: "Agreements",
                columns: new[] { "MeetingId", "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_Slug",
                table: "Agreements",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_SortName_Id",
                table: "Agreements",
                columns: new[] { "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementTopics_AgreementId_TopicId_Id",
                table: "AgreementTopics",
                columns: new[] { "AgreementId", "TopicId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementTopics_HiddenSince",
                table: "AgreementTopics",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementTopics_TopicId_AgreementId_Id",
                table: "AgreementTopics",
                columns: new[] { "TopicId", "AgreementId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Capacities_HiddenSince",
                table: "Capacities",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Capacities_ParticipationId_Id",
                table: "Capacities",
                columns: new[] { "ParticipationId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Capacities_PostId_ParticipationId_Id",
                table: "Capacities",
                columns: new[] { "PostId", "ParticipationId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Capacities_TenureId_ParticipationId_Id",
                table: "Capacities",
                columns: new[] { "TenureId", "ParticipationId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeEntries_NodeId_Version_Ordinal",
                table: "ChangeEntries",
                columns: new[] { "NodeId", "Version", "Ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_Citations_ArticleId_Id",
                table: "Citations",
                columns: new[] { "ArticleId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Citations_ClaimId_Id",
                table: "Citations",
                columns: new[] { "ClaimId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Citations_HiddenSince",
                table: "Citations",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Citations_SubjectId_Id",
                table: "Citations",
                columns: new[] { "SubjectId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Claims_DisputeId_Id",
                table: "Claims",
                columns: new[] { "DisputeId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Claims_HiddenSince",
                table: "Claims",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Countries_Code_Id",
                table: "Countries",
                columns: new[] { "Code", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Countries_HiddenSince",
                table: "Countries",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Countries_Slug",
                table: "Countries",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Countries_SortName_Id",
                table: "Countries",
                columns: new[] { "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_HiddenSince",
                table: "Disputes",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_SubjectId_Field_Id",
                table: "Disputes",
                columns: new[] { "SubjectId", "Field", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyKeys_At",
                table: "IdempotencyKeys",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Identifiers_HiddenSince",
                table: "Identifiers",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Identifiers_Scheme_Value_Id",
                table: "Identifiers",
                columns: new[] { "Scheme", "Value", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Identifiers_SubjectId_Scheme_Id",
                table: "Identifiers",
                columns: new[] { "SubjectId", "Scheme", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ImportedRecords_NodeId",
                table: "ImportedRecords",
                column: "NodeId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportedSources_Key",
                table: "ImportedSources",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportRuns_SourceId_Id",
                table: "ImportRuns",
                columns: new[] { "SourceId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingOccasions_HiddenSince",
                table: "MeetingOccasions",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingOccasions_MeetingId_OccasionId_Id",
                table: "MeetingOccasions",
                columns: new[] { "MeetingId", "OccasionId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingOccasions_OccasionId_MeetingId_Id",
                table: "MeetingOccasions",
                columns: new[] { "OccasionId", "MeetingId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_HiddenSince",
                table: "Meetings",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_Slug",
                table: "Meetings",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_SortName_Id",
                table: "Meetings",
                columns: new[] { "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingTopics_HiddenSince",
                table: "MeetingTopics",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingTopics_MeetingId_TopicId_Id",
                table: "MeetingTopics",
                columns: new[] { "MeetingId", "TopicId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingTopics_TopicId_MeetingId_Id",
                table: "MeetingTopics",
                columns: new[] { "TopicId", "MeetingId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Merges_WinnerId",
                table: "Merges",
                column: "WinnerId");

            migrationBuilder.CreateIndex(
                name: "IX_MovedReferences_AssertedId",
                table: "MovedReferences",
                column: "AssertedId");

            migrationBuilder.CreateIndex(
                name: "IX_Names_Folded_SubjectId",
                table: "Names",
                columns: new[] { "Folded", "SubjectId" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Names_HiddenSince",
                table: "Names",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Names_Loose_SubjectId",
                table: "Names",
                columns: new[] { "Loose", "SubjectId" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Names_SkeletonEnd_SubjectId",
                table: "Names",
                columns: new[] { "SkeletonEnd", "SubjectId" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Names_SkeletonStart_SubjectId",
                table: "Names",
                columns: new[] { "SkeletonStart", "SubjectId" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Names_SubjectId_Language_Kind_Id_Value",
                table: "Names",
                columns: new[] { "SubjectId", "Language", "Kind", "Id", "Value" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Nodes_CanonicalId",
                table: "Nodes",
                column: "CanonicalId");

            migrationBuilder.CreateIndex(
                name: "IX_Nodes_Kind_Id",
                table: "Nodes",
                columns: new[] { "Kind", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OccasionPlaces_HiddenSince",
                table: "OccasionPlaces",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OccasionPlaces_OccasionId_PlaceId_Id",
                table: "OccasionPlaces",
                columns: new[] { "OccasionId", "PlaceId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OccasionPlaces_PlaceId_OccasionId_Id",
                table: "OccasionPlaces",
                columns: new[] { "PlaceId", "OccasionId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Occasions_HiddenSince",
                table: "Occasions",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Occasions_Slug",
                table: "Occasions",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Occasions_SortName_Id",
                table: "Occasions",
                columns: new[] { "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Officials_CountryId_SortName_Id",
                table: "Officials",
                columns: new[] { "CountryId", "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Officials_HiddenSince",
                table: "Officials",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Officials_Slug",
                table: "Officials",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Officials_SortName_Id",
                table: "Officials",
                columns: new[] { "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Participations_AgencyId_MeetingId_Id",
                table: "Participations",
                columns: new[] { "AgencyId", "MeetingId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Participations_HiddenSince",
                table: "Participations",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Participations_MeetingId_Id",
                table: "Participations",
                columns: new[] { "MeetingId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Participations_OfficialId_MeetingId_Id",
                table: "Participations",
                columns: new[] { "OfficialId", "MeetingId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Participations_OnBehalfOfId_MeetingId_Id",
                table: "Participations",
                columns: new[] { "OnBehalfOfId", "MeetingId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Places_CountryId_SortName_Id",
                table: "Places",
                columns: new[] { "CountryId", "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Places_HiddenSince",
                table: "Places",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Places_ParentId_SortName_Id",
                table: "Places",
                columns: new[] { "ParentId", "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Places_Slug",
                table: "Places",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Places_SortName_Id",
                table: "Places",
                columns: new[] { "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Posts_AgencyId_SortName_Id",
                table: "Posts",
                columns: new[] { "AgencyId", "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Posts_HiddenSince",
                table: "Posts",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Posts_Slug",
                table: "Posts",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Posts_SortName_Id",
                table: "Posts",
                columns: new[] { "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Publishers_CountryId_SortName_Id",
                table: "Publishers",
                columns: new[] { "CountryId", "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Publishers_HiddenSince",
                table: "Publishers",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Publishers_Slug",
                table: "Publishers",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Publishers_SortName_Id",
                table: "Publishers",
                columns: new[] { "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Slugs_NodeId",
                table: "Slugs",
                column: "NodeId");

            migrationBuilder.CreateIndex(
                name: "IX_SourceArticles_ContentHash_Id",
                table: "SourceArticles",
                columns: new[] { "ContentHash", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SourceArticles_HiddenSince",
                table: "SourceArticles",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SourceArticles_Slug",
                table: "SourceArticles",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SourceArticles_SortName_Id",
                table: "SourceArticles",
                columns: new[] { "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tenures_HiddenSince",
                table: "Tenures",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Texts_HiddenSince",
                table: "Texts",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Texts_SubjectId_Field_Language_Id",
                table: "Texts",
                columns: new[] { "SubjectId", "Field", "Language", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Topics_BroaderId_SortName_Id",
                table: "Topics",
                columns: new[] { "BroaderId", "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Topics_HiddenSince",
                table: "Topics",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Topics_Slug",
                table: "Topics",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Topics_SortName_Id",
                table: "Topics",
                columns: new[] { "SortName", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            // Indexes that hold dates: EF Core cannot index members of complex properties.
            migrationBuilder.CreateIndex(
                name: "IX_AgencySuccessions_PredecessorId_Date_Id",
                table: "AgencySuccessions",
                columns: new[] { "PredecessorId", "Date_Earliest", "Date_Latest", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgencySuccessions_SuccessorId_Date_Id",
                table: "AgencySuccessions",
                columns: new[] { "SuccessorId", "Date_Earliest", "Date_Latest", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_HostId_Starts_Id",
                table: "Meetings",
                columns: new[] { "HostId", "Starts_Earliest", "Starts_Latest", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_ParentId_Starts_Id",
                table: "Meetings",
                columns: new[] { "ParentId", "Starts_Earliest", "Starts_Latest", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_PlaceId_Starts_Id",
                table: "Meetings",
                columns: new[] { "PlaceId", "Starts_Earliest", "Starts_Latest", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_Starts_Id",
                table: "Meetings",
                columns: new[] { "Starts_Earliest", "Starts_Latest", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Occasions_Starts_Id",
                table: "Occasions",
                columns: new[] { "Starts_Earliest", "Starts_Latest", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SourceArticles_Published_Id",
                table: "SourceArticles",
                columns: new[] { "Published_Earliest", "Published_Latest", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SourceArticles_PublisherId_Published_Id",
                table: "SourceArticles",
                columns: new[] { "PublisherId", "Published_Earliest", "Published_Latest", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tenures_OfficialId_From_Id",
                table: "Tenures",
                columns: new[] { "OfficialId", "From_Earliest", "From_Latest", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tenures_PostId_From_Id",
                table: "Tenures",
                columns: new[] { "PostId", "From_Earliest", "From_Latest", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            // The tables are ours from here on: see PostgreSqlOpening.
            migrationBuilder.Sql("COMMENT ON TABLE \"Graph\" IS 'GraphNews.Format=1'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgencySuccessions");

            migrationBuilder.DropTable(
                name: "AgreementOccasions");

            migrationBuilder.DropTable(
                name: "AgreementParties");

            migrationBuilder.DropTable(
                name: "AgreementTopics");

            migrationBuilder.DropTable(
                name: "ApiKeys");

            migrationBuilder.DropTable(
                name: "Capacities");

            migrationBuilder.DropTable(
                name: "ChangeEntries");

            migrationBuilder.DropTable(
                name: "Citations");

            migrationBuilder.DropTable(
                name: "Graph");

            migrationBuilder.DropTable(
                name: "IdempotencyKeys");

            migrationBuilder.DropTable(
                name: "Identifiers");

            migrationBuilder.DropTable(
                name: "ImportedRecords");

            migrationBuilder.DropTable(
                name: "MeetingOccasions");

            migrationBuilder.DropTable(
                name: "MeetingTopics");

            migrationBuilder.DropTable(
                name: "Merges");

            migrationBuilder.DropTable(
                name: "MovedReferences");

            migrationBuilder.DropTable(
                name: "Names");

            migrationBuilder.DropTable(
                name: "OccasionPlaces");

            migrationBuilder.DropTable(
                name: "Slugs");

            migrationBuilder.DropTable(
                name: "Texts");

            migrationBuilder.DropTable(
                name: "Agreements");

            migrationBuilder.DropTable(
                name: "Participations");

            migrationBuilder.DropTable(
                name: "Tenures");

            migrationBuilder.DropTable(
                name: "Changes");

            migrationBuilder.DropTable(
                name: "Claims");

            migrationBuilder.DropTable(
                name: "SourceArticles");

            migrationBuilder.DropTable(
                name: "ImportRuns");

            migrationBuilder.DropTable(
                name: "Topics");

            migrationBuilder.DropTable(
                name: "Occasions");

            migrationBuilder.DropTable(
                name: "Meetings");

            migrationBuilder.DropTable(
                name: "Officials");

            migrationBuilder.DropTable(
                name: "Posts");

            migrationBuilder.DropTable(
                name: "Disputes");

            migrationBuilder.DropTable(
                name: "Publishers");

            migrationBuilder.DropTable(
                name: "ImportedSources");

            migrationBuilder.DropTable(
                name: "Places");

            migrationBuilder.DropTable(
                name: "Agencies");

            migrationBuilder.DropTable(
                name: "Countries");

            migrationBuilder.DropTable(
                name: "Nodes");
        }
    }
}
