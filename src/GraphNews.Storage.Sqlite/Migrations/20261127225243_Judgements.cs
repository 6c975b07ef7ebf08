using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GraphNews.Storage.Sqlite.Migrations
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    LeftId = table.Column<long>(type: "INTEGER", nullable: false),
                    RightId = table.Column<long>(type: "INTEGER", nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    JudgedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    JudgedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    HiddenSince = table.Column<long>(type: "INTEGER", nullable: true)
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
