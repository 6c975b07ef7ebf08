using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GraphNews.Storage.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Judgements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Judgements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    LeftId = table.Column<long>(type: "bigint", nullable: false),
                    RightId = table.Column<long>(type: "bigint", nullable: false),
                    Verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    JudgedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    JudgedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    HiddenSince = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Judgements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Judgements_Nodes_Id",
                        column: x => x.Id,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Judgements_Nodes_LeftId",
                        column: x => x.LeftId,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Judgements_Nodes_RightId",
                        column: x => x.RightId,
                        principalTable: "Nodes",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Judgements_HiddenSince",
                table: "Judgements",
                column: "HiddenSince",
                filter: "\"HiddenSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Judgements_LeftId_Id",
                table: "Judgements",
                columns: new[] { "LeftId", "Id" },
                filter: "\"HiddenSince\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Judgements_RightId_Id",
                table: "Judgements",
                columns: new[] { "RightId", "Id" },
                filter: "\"HiddenSince\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Judgements");
        }
    }
}
